// Which commands may run.
export class Policy {
  private readonly commands = ["uptime", "df -h"];

  allows(command: string): boolean {
    return this.commands.includes(command);
  }
}
