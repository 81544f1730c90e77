using System.Text.Json;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.HelpdeskReset;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;

namespace CredBot.Dialogs;

/// <summary>Which dialog answers which intent.</summary>
internal static class IntentTable
{
    private static readonly Sentence Licences = new("라이선스 확인", "Check the licences");

    /// <summary>«May I …» that names nobody asks what one may do at all.</summary>
    private static readonly IntentRoute MyRights = new(Intents.CheckPermissions, DialogIds.MyRights, new("내가 무엇을 할 수 있나요?", "What may I do?"), static _ => null);

    /// <summary>What looks at the tenant or acts in it, and a leaflet for each question of the FAQ that does neither.</summary>
    public static IEnumerable<IntentRoute> Of(FaqCorpus corpus)
    {
        IReadOnlyList<IntentRoute> live = [.. Own(corpus), .. Rights(corpus), .. Tenant(corpus), .. Applications(corpus), ErrorQuestion.Route, AgentQuestion.Route];
        return live.Concat(Intents.Faq.Except(live.Select(static route => route.Intent)).Select(id => Leaflet(id, id, corpus, instead: false)));
    }

    /// <summary>One's own account.</summary>
    private static IEnumerable<IntentRoute> Own(FaqCorpus corpus) =>
    [
        Live(Intents.FaqUserReset, DialogIds.ResetPassword, Intents.FaqUserReset, corpus),
        Live(Intents.FaqUserChange, DialogIds.ChangePassword, Intents.FaqUserChange, corpus),
        Live(Intents.ChangeMyPassword, DialogIds.ChangePassword, Intents.FaqUserChange, corpus),
        Live(Intents.FaqUserError, DialogIds.OwnError, Intents.FaqUserError, corpus),
        new(Intents.ResetMyPassword, DialogIds.ResetPassword, new("내 암호를 재설정하려면?", "How do I reset my password?"), static _ => null),
        new(Intents.AccountLocked, DialogIds.ResetPassword, new("내 계정이 잠겼어요", "My account is locked"), static _ => null),
    ];

    /// <summary>Who may reset whom, and the reset itself.</summary>
    private static IEnumerable<IntentRoute> Rights(FaqCorpus corpus) =>
    [
        LiveAboutSomebody(Intents.FaqAdminResetTrouble, DialogIds.AdminCheck, corpus),
        LiveAboutSomebody(Intents.FaqResetGreyed, DialogIds.ResetGreyed, corpus),
        AdminSteps(corpus),
        new(Intents.HelpdeskReset, DialogIds.HelpdeskReset, new("사용자의 암호 재설정", "Reset a user's password"), Reset),
        new(CallerIntents.Verify, DialogIds.VerifyCaller, new("통화 상대 본인 확인", "Verify a caller"), Reset),
        new(CallerIntents.Forecast, DialogIds.ResetForecast, new("재설정하면 어떻게 되나요?", "What would a reset come to?"), static _ => null),
        new(CallerIntents.Exception, DialogIds.HelpdeskReset, new("예외 요청", "Ask for an exception"), Except),
        new(Intents.CheckPermissions, DialogIds.AdminCheck, new("내가 이 사용자를 재설정할 수 있나요?", "May I reset this user's password?"), About)
        {
            Instead = static slots => Names(slots) ? null : MyRights,
        },
        new(Intents.WhyResetGreyedForUser, DialogIds.ResetGreyed, new("이 사용자의 재설정 버튼이 왜 비활성인가요?", "Why is the reset button grey for this user?"), About),
        new(Intents.WhoCanReset, DialogIds.WhoCanReset, new("이 사용자는 누가 재설정할 수 있나요?", "Who can reset this user's password?"), About),
        Live(Intents.FaqResetStillCannotSignIn, DialogIds.StillCannotSignIn, Intents.FaqResetStillCannotSignIn, corpus) with { Options = About },
        Leaflet(Intents.HelpdeskUnlock, Intents.FaqAdminResetSteps, corpus, instead: true),
        new(Intents.HelpdeskTap, DialogIds.TemporaryPass, new("임시 액세스 패스 발급", "Issue a Temporary Access Pass"), Reset),
    ];

    /// <summary>The tenant: what it bought, and how it stands to an Active Directory.</summary>
    private static IEnumerable<IntentRoute> Tenant(FaqCorpus corpus) =>
    [
        Live(Intents.FaqResetBladeMissing, DialogIds.BladeMissing, Intents.FaqResetBladeMissing, corpus),
        Live(Intents.FaqOnpremBladeMissing, DialogIds.Hybrid, Intents.FaqOnpremBladeMissing, corpus),
        Live(Intents.HybridCheck, DialogIds.Hybrid, Intents.FaqOnpremBladeMissing, corpus),
        new(Intents.LicenceCheck, DialogIds.LicenceCheck, Licences, static _ => null)
        {
            Instead = static slots => Names(slots) ? new(Intents.LicenceCheck, DialogIds.SubjectLicence, Licences, About) : null,
        },
    ];

    /// <summary>Applications and what they sign in with.</summary>
    private static IEnumerable<IntentRoute> Applications(FaqCorpus corpus) =>
    [
        AboutApplication(Intents.FaqClientCredentialsFlow, DialogIds.ClientCredentials, Intents.FaqClientCredentialsFlow, corpus),
        AboutApplication(Intents.FaqAppCredentials, DialogIds.AppCredentials, Intents.FaqAppCredentials, corpus),
        AboutApplication(Intents.AppCredentialsList, DialogIds.AppCredentials, Intents.FaqAppCredentials, corpus),
        AboutApplication(Intents.AppCredentialRotate, DialogIds.AppCredentials, Intents.FaqAppCredentials, corpus),
        AboutApplication(Intents.AppCredentialDelete, DialogIds.AppCredentials, Intents.FaqAppCredentials, corpus),
        AboutApplication(Intents.ExpiringSecrets, DialogIds.ExpiringSecrets, Intents.FaqAppCredentials, corpus) with
        {
            Title = new("어떤 앱 암호가 곧 만료되나요?", "Which app secrets expire?"),
        },
    ];

    /// <summary>A question that is answered by looking at the asker's tenant; a group hears the general answer.</summary>
    private static IntentRoute Live(string intent, string dialog, string faq, FaqCorpus corpus)
    {
        var general = Leaflet(intent, faq, corpus, instead: false);
        return new(intent, dialog, general.Title, static _ => null) { InGroups = general };
    }

    /// <summary>The same about somebody: whoever is not named is asked for, after the general answer.</summary>
    private static IntentRoute LiveAboutSomebody(string intent, string dialog, FaqCorpus corpus) => Live(intent, dialog, intent, corpus) with
    {
        Options = static slots => DialogsJson.Wire.Write(new DiagnosisState { Words = slots?.Upn ?? slots?.User, General = true }),
    };

    /// <summary>How a reset is done is the same for everybody, until somebody is named.</summary>
    private static IntentRoute AdminSteps(FaqCorpus corpus)
    {
        var general = Leaflet(Intents.FaqAdminResetSteps, Intents.FaqAdminResetSteps, corpus, instead: false);
        return general with
        {
            InGroups = general,
            Instead = slots => Names(slots) ? new(Intents.FaqAdminResetSteps, DialogIds.ResetSteps, general.Title, About) : null,
        };
    }

    /// <summary>A question about an application, named or not.</summary>
    private static IntentRoute AboutApplication(string intent, string dialog, string faq, FaqCorpus corpus) => Live(intent, dialog, faq, corpus) with
    {
        Options = static slots => DialogsJson.Wire.Write(new ApplicationQuestion { Words = slots?.AppId ?? slots?.App, Days = slots?.Days }),
    };

    private static IntentRoute Leaflet(string intent, string id, FaqCorpus corpus, bool instead)
    {
        var options = DialogsJson.Wire.Write(new FaqOptions { Id = id, Instead = instead });
        return new(intent, DialogIds.Faq, new Sentence(corpus.Get(id, "ko").Title, corpus.Get(id, "en").Title), _ => options) { InPrivate = false };
    }

    private static JsonElement? Reset(Slots? slots)
    {
        var words = slots?.Upn ?? slots?.User;
        return DialogsJson.Wire.Write(Guid.TryParse(words, out _) ? new HelpdeskResetState { SubjectId = words } : new HelpdeskResetState { Words = words });
    }

    private static JsonElement? Except(Slots? slots) => DialogsJson.Wire.Write(new HelpdeskResetState { SubjectId = slots?.User, IsException = true });

    private static bool Names(Slots slots) => (slots.Upn ?? slots.User) is not null;

    private static JsonElement? About(Slots? slots) => DialogsJson.Wire.Write(new DiagnosisState { Words = slots?.Upn ?? slots?.User });
}
