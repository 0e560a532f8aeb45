import { Command } from 'commander';
import type { Installation } from './installation.ts';

/** Each command loads its own code, so that `marquee --help` starts at once. */
export function buildCommandLine(installation: Installation): Command {
  const program = new Command('marquee')
    .description('A self-hosted control room for Plex and Kometa')
    .version(installation.version)
    .showHelpAfterError('(marquee --help lists the commands)');

  program
    .command('start')
    .description('start Marquee: all services in one process')
    .action(async () => {
      const { start } = await import('./commands/start.ts');
      await start(installation);
    });

  program
    .command('doctor')
    .description(
      'check ports, data folder, Plex, broker, Docker and fonts, and say how to mend what is wrong',
    )
    .option('--json', 'print the findings as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { runDoctor } = await import('./commands/run-doctor.ts');
      process.exitCode = await runDoctor(json === true);
    });

  program
    .command('backup')
    .description('pack everything that cannot be made again; Marquee may run meanwhile')
    .argument('[file]', 'where to write it', `marquee-backup-${new Date().toISOString().slice(0, 10)}.tar.gz`)
    .action(async (file: string) => {
      const { runBackup } = await import('./commands/run-backup.ts');
      await runBackup(file, installation.version);
    });

  program
    .command('restore')
    .description('check a backup and put it in place; what was there before is kept aside')
    .argument('<file>', 'a backup made by `marquee backup`')
    .action(async (file: string) => {
      const { runRestore } = await import('./commands/run-backup.ts');
      await runRestore(file);
    });

  program
    .command('reset-password')
    .description('give a local account a new password, typed or piped in')
    .argument('<name>', 'the name of the account')
    .action(async (name: string) => {
      const { runResetPassword } = await import('./commands/run-reset-password.ts');
      await runResetPassword(name);
    });

  program
    .command('fidelity')
    .description('draw every case of a golden folder and compare it with what Kometa drew')
    .argument('<folder>', 'a folder with cases, posters and overlay_images')
    .option('--fonts <folder>', 'Kometa’s fonts; ../kometa-data/fonts beside the folder when absent')
    .option('--images <folder>', 'Kometa’s default overlay images; beside the folder when absent')
    .option('--report <file>', 'write a page that shows expected, made and difference')
    .action(async (folder: string, options: { fonts?: string; images?: string; report?: string }) => {
      const { fidelity } = await import('./commands/fidelity.ts');
      process.exitCode = await fidelity(folder, options, installation);
    });

  program
    .command('schedules')
    .description('compare a table of schedules and Kometa’s verdicts with what Marquee makes of them')
    .argument('<file>', 'JSON: an array of {schedule, date, hour, verdict}')
    .action(async (file: string) => {
      const { schedules } = await import('./commands/schedules.ts');
      process.exitCode = await schedules(file);
    });

  program
    .command('validate')
    .description(
      'check Kometa’s configuration, one file or its whole folder, and say how to mend what is wrong',
    )
    .argument('<path>', 'a YAML file of Kometa’s, or the folder with config.yml in it')
    .option('--json', 'print the findings as JSON')
    .action(async (path: string, { json }: { json?: boolean }) => {
      const { validate } = await import('./commands/validate.ts');
      process.exitCode = await validate(path, { json: json === true, script: installation.validateScript });
    });

  return program;
}
