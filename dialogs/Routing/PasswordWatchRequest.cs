using CredBot.Bot.Builder;
using CredBot.Bot.Schema;

namespace CredBot.Dialogs.Routing;

/// <summary>Watching for a new password after somebody was sent to the reset page: the intent of the operation.</summary>
internal sealed record PasswordWatchRequest
{
    /// <summary>Name of the flow.</summary>
    public const string FlowName = "passwordWatch";

    /// <summary>Signals: the person has seen enough, or asked again and a newer card is watched for.</summary>
    public const string Stop = "stopWatch", Superseded = "supersedeWatch";

    /// <summary>How long somebody is watched for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Whose password, and under whose token it is looked at: everybody watches for themselves only.</summary>
    public required Requester Requester { get; init; }

    /// <summary>Two letters.</summary>
    public required string Language { get; init; }

    /// <summary>Key of the card that changes.</summary>
    public required string CardKey { get; init; }

    /// <summary>The card as it stands when nothing is watched for any more.</summary>
    public required Activity Idle { get; init; }

    /// <summary>When the password was last changed before; null where that was not readable, and then nothing is watched.</summary>
    public required DateTimeOffset ChangedBefore { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>The same card in the same conversation makes the same operation.</summary>
    public static string OperationId(TurnContext turn, string cardKey) => OperationIds.Of(turn, "watch", cardKey);
}
