import type { RouteObject } from 'react-router';

export const backupRoutes: RouteObject[] = [];
