/** The build inlines stylesheets; importing one has no value. */
declare module "*.css";
