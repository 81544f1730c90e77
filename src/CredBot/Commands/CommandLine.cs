using System.CommandLine;

namespace CredBot.Commands;

/// <summary>The executable's front door: a command word, or none to start the bot.</summary>
internal static class CommandLine
{
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter errors)
    {
        // Without a command word everything on the line is a setting (--urls …), and the bot starts.
        if (args.Length is 0 || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"))
        {
            return await ServeCommand.RunAsync(args, errors);
        }

        var root = new RootCommand("CredBot: credentials in Microsoft Teams. Without a command it starts the bot.")
        {
            AskCommand.Create(output),
            RecognizeCommand.Create(input, output, errors),
            DoctorCommand.Create(output),
            AuditCommand.Create(output, errors),
            FaqCommand.Create(output),
            ManifestCommand.Create(output, errors),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await errors.WriteLineAsync(error.Message);
            }

            await errors.WriteLineAsync("Try --help.");
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
    }
}
