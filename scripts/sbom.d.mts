interface Component {
  name: string;
  version: string;
}

export function withoutHosts(bom: { bomFormat: string; metadata: { component: Component }; components: Component[] }): {
  components: Component[];
};
export function writeSbom(folder?: string): string;
