using CredBot.Bot.Schema;

namespace CredBot.Dialogs.Routing;

/// <summary>A message to a person about something that was done to their account: the intent of a notice, which any operation may start.</summary>
internal sealed record NoticeRequest
{
    /// <summary>Name of the flow.</summary>
    public const string FlowName = "notice";

    /// <summary>Verbs by which the operation that started it hears how it ended. No button carries them.</summary>
    public const string Told = "noticeTold", NotTold = "noticeNotTold";

    /// <summary>Who acted: what is done for the notice is done under their token.</summary>
    public required Requester Requester { get; init; }

    /// <summary>Object id of the person who is told.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The operation that the notice is about.</summary>
    public required string Operation { get; init; }

    /// <summary>The message in the language of whoever acted; sent where the person's own is not known.</summary>
    public required Activity Message { get; init; }

    /// <summary>The message by language, two letters.</summary>
    public required IReadOnlyDictionary<string, Activity> Translations { get; init; }
}
