export const Browse = () => null;
