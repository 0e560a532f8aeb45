/** Style sheets mean nothing in a document without a screen. */
export default {};
