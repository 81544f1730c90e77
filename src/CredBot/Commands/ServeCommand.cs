using Microsoft.Extensions.Options;

namespace CredBot.Commands;

/// <summary>No command word: starts the bot and runs until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter errors)
    {
        try
        {
            await using var app = CredBotHost.Build(args);
            // Before the host does it: a wrong setting is told in a line, without the trace that a failed start leaves in the log.
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await app.RunAsync();
            return ExitCode.Good;
        }
        catch (OptionsValidationException invalid)
        {
            foreach (var failure in invalid.Failures)
            {
                await errors.WriteLineAsync(failure);
            }

            return ExitCode.Bad;
        }
    }
}
