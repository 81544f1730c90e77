using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>Who hears of a reset, whatever became of it: the person affected and their manager, each in their own chat, neither with a secret.</summary>
internal static class ResetNotices
{
    public static IEnumerable<Effect> Of(ResetDocument document)
    {
        yield return To(document, document.Request.SubjectId, NoticeRequest.Subject, language => HelpdeskResetCards.Notice(document, language));
        if (document.Manager is { } manager)
        {
            yield return To(document, manager, NoticeRequest.Manager, language => HelpdeskResetCards.ManagerNotice(document, language));
        }
    }

    private static Effect.Start To(ResetDocument document, string person, string audience, Func<string, Activity> message)
    {
        var request = document.Request;
        var notice = new NoticeRequest
        {
            Requester = request.Requester,
            SubjectId = person,
            Audience = audience,
            Operation = document.Operation,
            Message = message(request.Language),
            Translations = new Dictionary<string, Activity> { ["ko"] = message("ko"), ["en"] = message("en") },
        };
        return new(audience is NoticeRequest.Subject ? $"{document.Operation}:notice" : $"{document.Operation}:notice:{audience}", NoticeRequest.FlowName, DialogsJson.Wire.Write(notice));
    }
}
