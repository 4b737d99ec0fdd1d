/** Where the server is below its host, without a slash at the end: the chat's own page is at `widget/chat` of it. */
const FOLDER = location.pathname.replace(/\/widget\/chat\/?$/, '');

/** @param path as the server has it: `/widget/config` */
export const serverAddress = (path: string): string => FOLDER + path;
