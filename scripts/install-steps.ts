/** How each package manager installs Chromium; `root` where it needs to be root. Order: the system's own before add-ons. */
const MANAGERS: readonly { readonly name: string; readonly root: boolean; readonly steps: readonly (readonly string[])[] }[] = [
  {
    name: "apt-get",
    root: true,
    steps: [
      ["apt-get", "update"],
      ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
    ],
  },
  { name: "dnf", root: true, steps: [["dnf", "install", "-y", "chromium"]] },
  { name: "pacman", root: true, steps: [["pacman", "-S", "--noconfirm", "--needed", "chromium"]] },
  { name: "zypper", root: true, steps: [["zypper", "--non-interactive", "install", "chromium"]] },
  { name: "apk", root: true, steps: [["apk", "add", "chromium"]] },
  { name: "brew", root: false, steps: [["brew", "install", "--cask", "google-chrome"]] },
  { name: "winget", root: false, steps: [["winget", "install", "--exact", "--id", "Google.Chrome", "--accept-source-agreements"]] },
];

/**
 * The commands that install Chromium with the first package manager present; through `sudo` where root is needed and we are not.
 * `undefined` where there is no manager we know, or root is needed and there is no `sudo`.
 */
export function installSteps(machine: {
  has(name: string): boolean;
  readonly isRoot: boolean;
}): readonly (readonly string[])[] | undefined {
  const manager = MANAGERS.find(({ name }) => machine.has(name));
  if (manager === undefined) return undefined;
  if (!manager.root || machine.isRoot) return manager.steps;
  return machine.has("sudo") ? manager.steps.map((step) => ["sudo", ...step]) : undefined;
}
