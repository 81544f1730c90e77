using System.Text.RegularExpressions;

namespace CredBot.Bench;

/// <summary>The people on the other end of the agents' lines: whoever is asked types the number that stands on the agent's card.</summary>
internal sealed partial class Callers(HttpClient tenant) : IAsyncDisposable
{
    private const int MostClicks = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private readonly Dictionary<string, Talk> watched = [], callers = [];
    private readonly Dictionary<string, (int Times, long At)> pressed = [];
    private readonly CancellationTokenSource end = new();
    private Task work = Task.CompletedTask;
    private Talk? second;

    /// <summary>Numbers typed so far.</summary>
    public int Typed => pressed.Count;

    /// <param name="agents">Whose cards are watched.</param>
    /// <param name="approver">Who approves whatever they are asked; null for nobody.</param>
    public void Start(IEnumerable<string> agents, string? approver = null)
    {
        second = approver is null ? null : new Talk(tenant, approver, signsIn: false);
        foreach (var agent in agents)
        {
            watched[agent] = new Talk(tenant, agent, signsIn: false);
        }

        work = Task.Run(GoOnAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await work;
        end.Dispose();
    }

    private async Task GoOnAsync()
    {
        while (!end.IsCancellationRequested)
        {
            foreach (var agent in watched.Values)
            {
                try
                {
                    await AnswerAsync(agent);
                }
                catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TaskCanceledException)
                {
                    // The bot was killed in the middle of it, or the card has not come yet: another look follows.
                }
            }

            try
            {
                await ApproveAsync();
            }
            catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TaskCanceledException)
            {
                // As above.
            }

            await Waiting.ForAsync(Pace);
        }
    }

    private async Task AnswerAsync(Talk agent)
    {
        foreach (var message in await agent.ReadAsync())
        {
            var card = message.ToJsonString();
            if (Number().Match(card) is { Success: true } shown && Account().Match(card) is { Success: true } account && MayPress(card))
            {
                var person = account.Groups["person"].Value;
                var caller = callers.TryGetValue(person, out var known) ? known : callers[person] = new Talk(tenant, person, signsIn: false);
                await caller.ReadAsync();
                Press(card);
                await caller.ClickAsync("verifyNumber", more: ("number", shown.Groups["number"].Value));
            }
        }
    }

    /// <summary>What stands unanswered is pressed again after a while: the click before may have died with the bot.</summary>
    private bool MayPress(string card) =>
        !pressed.TryGetValue(card, out var last) || (last.Times < MostClicks && TimeProvider.System.GetElapsedTime(last.At) > Patience);

    private void Press(string card) => pressed[card] = (pressed.GetValueOrDefault(card).Times + 1, TimeProvider.System.GetTimestamp());

    private async Task ApproveAsync()
    {
        foreach (var message in second is null ? [] : await second.ReadAsync())
        {
            var card = message.ToJsonString();
            if (card.Contains("\"verifyApprove\"", StringComparison.Ordinal) && MayPress(card))
            {
                Press(card);
                await second!.ClickAsync("verifyApprove", card: message["id"]!.GetValue<string>());
            }
        }
    }

    [GeneratedRegex("\"text\":\"(?<number>[0-9]{3} [0-9]{3})\"")]
    private static partial Regex Number();

    [GeneratedRegex("\"value\":\"(?<person>[a-z0-9.]+)@hanbit.example\"")]
    private static partial Regex Account();
}
