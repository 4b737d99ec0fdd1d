/** The channel of the website's conversations, which are held in this process. */
export const LOCAL_CHANNEL = 'directline';
