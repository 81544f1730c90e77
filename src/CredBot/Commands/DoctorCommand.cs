using System.CommandLine;
using CredBot.Bot.Connector;
using CredBot.Graph;
using CredBot.Knowledge;
using Microsoft.Extensions.Options;

namespace CredBot.Commands;

/// <summary><c>doctor</c>: checks a deployment's settings and what they point to, one line a check, without starting the bot.</summary>
internal static class DoctorCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command("doctor", "Check this deployment: settings, channel keys, bot token, Graph, store, knowledge.");
        command.SetAction((_, cancellationToken) => RunAsync(output, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var builder = CredBotHost.Configure([]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddBot();
        builder.Services.AddGraph();
        await using var services = builder.Services.BuildServiceProvider();

        var good = true;
        foreach (var (name, check) in Checks(services, builder.Configuration))
        {
            var problem = await ProblemAsync(check, cancellationToken);
            good &= problem is null;
            await output.WriteLineAsync(problem is null ? $"ok    {name}" : $"FAIL  {name}: {problem}");
        }

        return good ? ExitCode.Good : ExitCode.Bad;
    }

    private static IEnumerable<(string Name, Func<CancellationToken, Task<string?>> Check)> Checks(IServiceProvider services, ConfigurationManager configuration) =>
    [
        ("bot settings", _ => Task.FromResult(Read(() => services.GetRequiredService<IOptions<BotOptions>>().Value))),
        ("graph settings", _ => Task.FromResult(Read(() => services.GetRequiredService<IOptions<GraphOptions>>().Value))),
        ("channel keys", async cancellationToken => await services.GetRequiredService<ChannelKeys>().ReadyAsync(cancellationToken)
            ? null
            : "the channel's signing keys cannot be fetched"),
        ("bot token", async cancellationToken =>
        {
            await services.GetRequiredService<BotTokenSource>().GetAsync(null, cancellationToken);
            return null;
        }),
        ("store", _ => Task.FromResult(Store(configuration["Storage:Path"] ?? "."))),
        ("knowledge", _ => Task.FromResult(FaqLint.Check(FaqCorpus.Load(), Today()) is { Count: > 0 } problems ? $"{problems.Count} problems; see faq lint" : null)),
    ];

    /// <returns>Null where the check is good. A failure is told by its kind: its message may hold an address or a secret.</returns>
    private static async Task<string?> ProblemAsync(Func<CancellationToken, Task<string?>> check, CancellationToken cancellationToken)
    {
        try
        {
            return await check(cancellationToken);
        }
        catch (OptionsValidationException invalid)
        {
            return string.Join(" ", invalid.Failures);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure.GetType().Name;
        }
    }

    private static string? Read(Func<object> read)
    {
        read();
        return null;
    }

    private static string? Store(string folder)
    {
        var probe = Path.Combine(folder, $".{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        File.WriteAllText(probe, "");
        File.Delete(probe);
        return null;
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}
