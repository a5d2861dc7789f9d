/** Finds the parts of a CommonJS script that can be taken out of it by name (left-out.ts). */
import { type ESTree, parseSync, Visitor } from 'vite';

/** Where it stands, and what to put in its place. */
export type Part = {
  readonly kind: 'declared' | 'member' | 'property' | 'branch' | 'chatter' | Use;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly instead: string;
};

/** A name; one of another file, as in `lib_1.name`; one of the object's own, as in `this.name`. */
type Use = 'named' | 'imported' | 'own';

/** Thrown by the branch that is left out: whoever gets there after all goes no further. */
const gone = '{ throw new Error("left out of this build") }';

/**
 * @param code a script in which names are exported by `exports.name = …`
 * @returns what it declares and exports at its top level; methods of its classes and statements
 *   about their `this.name`; properties of its objects; the branches of its conditions; what it only
 *   says to `debug`, or gives no value yet; and every name that it uses
 */
export function partsOf(code: string): readonly Part[] {
  const { program, errors } = parseSync('script.cjs', code);
  if (errors.length > 0) throw new Error('This is no script.');
  const parts: Part[] = [];
  const found = (kind: Part['kind'], name: string, { start, end }: ESTree.Span, instead = '') =>
    parts.push({ kind, name, start, end, instead });
  for (const statement of program.body) {
    for (const name of declaredBy(statement)) found('declared', name, statement);
  }
  new Visitor({
    Identifier: (node) => found('named', node.name, node),
    MemberExpression: (node) => {
      const { object } = node;
      if (object.type === 'ThisExpression') found('own', propertyOf(node), node);
      if (/_\d+$/.test(nameOf(object))) found('imported', propertyOf(node), node);
    },
    MethodDefinition: (node) => found('member', nameOf(node.key), node),
    ObjectExpression: ({ properties }) => {
      for (const [index, each] of properties.entries()) {
        // With the comma that follows it.
        const end = properties[index + 1]?.start ?? each.end;
        if (each.type === 'Property') found('property', nameOf(each.key), { ...each, end });
      }
    },
    ExpressionStatement: (node) => {
      const { expression } = node;
      if (isChatter(expression)) found('chatter', '', node, ';');
      const target = targetOf(expression);
      if (target?.object.type === 'ThisExpression') found('member', propertyOf(target), node, ';');
    },
    IfStatement: ({ test, consequent }) => {
      found('branch', code.slice(test.start, test.end), consequent, gone);
    },
  }).visit(program);
  return parts;
}

function declaredBy(statement: ESTree.Program['body'][number]): readonly string[] {
  switch (statement.type) {
    case 'FunctionDeclaration':
      return [statement.id?.name ?? ''];
    case 'VariableDeclaration': {
      const [only, ...more] = statement.declarations;
      return only && more.length === 0 ? namesIn(only.id) : [];
    }
    case 'ExpressionStatement': {
      if (isChatter(statement.expression)) return [];
      const target = targetOf(statement.expression);
      const exported = target?.object.type === 'Identifier' && target.object.name === 'exports';
      return exported ? [propertyOf(target)] : [];
    }
    default:
      return [];
  }
}

/** Of what is declared by taking it apart, only where that is one name. */
function namesIn(pattern: ESTree.BindingPattern): readonly string[] {
  if (pattern.type === 'Identifier') return [pattern.name];
  const [only, ...more] = pattern.type === 'ObjectPattern' ? pattern.properties : [];
  return only?.type === 'Property' && more.length === 0 ? [nameOf(only.key)] : [];
}

/** What `object.name = …` sets and `object.name(…)` calls. */
function targetOf(expression: ESTree.Expression): ESTree.MemberExpression | null {
  const target =
    expression.type === 'AssignmentExpression'
      ? expression.left
      : expression.type === 'CallExpression'
        ? expression.callee
        : null;
  return target?.type === 'MemberExpression' ? target : null;
}

/** Said to a `debug` that is silent; or `exports.a = exports.b = void 0`, ahead of the values. */
function isChatter(expression: ESTree.Expression): boolean {
  if (expression.type === 'AssignmentExpression') return isUnset(expression);
  if (expression.type !== 'CallExpression') return false;
  const { callee } = expression;
  const called = callee.type === 'SequenceExpression' ? callee.expressions.at(-1) : callee;
  const name = called?.type === 'MemberExpression' ? propertyOf(called) : nameOf(called);
  return /^_?debug/.test(name);
}

function isUnset({ right }: ESTree.AssignmentExpression): boolean {
  return right.type === 'AssignmentExpression'
    ? isUnset(right)
    : right.type === 'UnaryExpression' && right.operator === 'void';
}

function propertyOf({ property }: ESTree.MemberExpression): string {
  return nameOf(property);
}

function nameOf(node: { readonly type: string; readonly name?: unknown } | undefined): string {
  return node?.type === 'Identifier' && typeof node.name === 'string' ? node.name : '';
}
