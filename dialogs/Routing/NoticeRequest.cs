using CredBot.Bot.Schema;

namespace CredBot.Dialogs.Routing;

/// <summary>A message to a person about something that was done to their account: the intent of a notice, which any operation may start.</summary>
internal sealed record NoticeRequest
{
    /// <summary>Name of the flow.</summary>
    public const string FlowName = "notice";

    /// <summary>Verbs by which the operation that started it hears how it ended, with the person's object id. No button carries them.</summary>
    public const string Told = "noticeTold", NotTold = "noticeNotTold";

    /// <summary>Who acted: what is done for the notice is done under their token.</summary>
    public required Requester Requester { get; init; }

    /// <summary>Object id of the person who is told.</summary>
    public required string SubjectId { get; init; }

    /// <summary>What the person is to the operation, one of the constants; the audit's word for it.</summary>
    public string Audience { get; init => field = value ?? Subject; } = Subject;

    /// <summary>An <see cref="Audience"/>: the person affected, their manager, or somebody who is asked something.</summary>
    public const string Subject = "subject", Manager = "manager", Asked = "asked";

    /// <summary>The operation that the notice is about.</summary>
    public required string Operation { get; init; }

    /// <summary>The message in the language of whoever acted; sent where the person's own is not known.</summary>
    public required Activity Message { get; init; }

    /// <summary>The message by language, two letters.</summary>
    public required IReadOnlyDictionary<string, Activity> Translations { get; init; }

    /// <summary>The keys that the message may have in the person's chat: it is sent again after an installation.</summary>
    public static IEnumerable<string> Keys(string noticeId) => [Key(noticeId, 1), Key(noticeId, 2)];

    /// <summary>Key of the message at one time of sending.</summary>
    public static string Key(string noticeId, int time) => $"{noticeId}:{time}";
}
