import { build, sizes } from '../build.ts';
import type { Bench } from './bench.ts';

export const bundleSizes: Bench = {
  title: 'Size of what is shipped',
  run: async () => {
    await build();
    return Object.entries(await sizes()).map(([file, bytes]) => ({ file, bytes }));
  },
};
