using CredBot.Bot.State;

namespace CredBot.Bot.Dialogs;

/// <summary>Token exchanges that are done: every device of a person sends its own copy, and the later ones change nothing.</summary>
internal sealed record FinishedExchanges
{
    private const int Most = 8;

    public static StateProperty<FinishedExchanges> Property { get; } = new("signin.finished", DialogJson.Wire.FinishedExchanges);

    public IReadOnlyList<string> Ids { get; init => field = value ?? []; } = [];

    public FinishedExchanges With(string id) => new() { Ids = [.. Ids.Append(id).TakeLast(Most)] };
}
