using CredBot.Bot.Builder;
using CredBot.Bot.State;

namespace CredBot.Bot.Dialogs;

/// <summary>When people last signed in in this conversation. A token that lies in the service's store may be of a sign-in long ago.</summary>
/// <remarks>Every exchange and every code makes Entra decide anew, with its rules of that moment: sign-in frequency, risk, revoked sessions.</remarks>
public sealed record SignInTimes
{
    private const int Most = 20;

    internal static StateProperty<SignInTimes> Property { get; } = new("signin.times", DialogJson.Wire.SignInTimes);

    public IReadOnlyList<SignInTime> Times { get; init => field = value ?? []; } = [];

    /// <summary>Whether whoever speaks signed in lately enough.</summary>
    /// <param name="turn">Says who and where.</param>
    /// <param name="within">Null where any sign-in will do.</param>
    public static bool IsFresh(TurnContext turn, TimeSpan? within) =>
        within is not { } longest
        || (turn.Conversation.Get(Property)?.Times.LastOrDefault(time => time.UserId == turn.Activity.From?.Id) is { } last && turn.Now - last.At <= longest);

    /// <summary>Whoever speaks has just signed in.</summary>
    internal static void Note(TurnContext turn)
    {
        var user = turn.Activity.From?.Id ?? "";
        var others = (turn.Conversation.Get(Property) ?? new SignInTimes()).Times.Where(time => time.UserId != user);
        turn.Conversation = turn.Conversation.With(Property, new SignInTimes { Times = [.. others.Append(new SignInTime(user, turn.Now)).TakeLast(Most)] });
    }
}

/// <summary>One person's last sign-in.</summary>
/// <param name="UserId">The channel's id of the person.</param>
/// <param name="At">When Entra said yes.</param>
public sealed record SignInTime(string UserId, DateTimeOffset At);
