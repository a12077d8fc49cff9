export { removeFolder as default } from './made-once-folder.mjs';
