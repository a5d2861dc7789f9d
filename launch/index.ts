/** Where the host sends the browser back to: starts the app. */
import { startApp } from '../src/app/start.tsx';

const root = document.getElementById('app');
if (root) void startApp(root);
