using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Limits;
using CredBot.Dialogs.AdminCheck;
using CredBot.Dialogs.BladeMissing;
using CredBot.Dialogs.ChangePassword;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.ErrorDoctor;
using CredBot.Dialogs.Faq;
using CredBot.Dialogs.HelpdeskReset;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.LicenceCheck;
using CredBot.Dialogs.MyRights;
using CredBot.Dialogs.Notice;
using CredBot.Dialogs.ResetPassword;
using CredBot.Dialogs.Root;
using CredBot.Dialogs.Routing;
using CredBot.Dialogs.SignIn;
using CredBot.Dialogs.Subject;
using CredBot.Dialogs.WhoCanReset;
using CredBot.Engine.Contracts;
using CredBot.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Dialogs;

/// <summary>Puts the conversations into a host.</summary>
public static class DialogsExtensions
{
    public static IServiceCollection AddDialogs(this IServiceCollection services)
    {
        services.AddOptions<ResetOptions>().BindConfiguration(ResetOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IBot, RootBot>();
        services.AddSingleton<Floor>();
        services.AddSingleton(new TooFastWords(static (locale, wait) => RootText.TooFast(wait).In(Languages.LanguageOf("", locale))));
        services.AddSingleton<RootClicks>();
        services.AddSingleton<RootInvokes>();
        services.AddSingleton<DialogSet>();
        services.AddSingleton<Dialog>(static _ => new TextPrompt(DialogIds.Words));
        services.AddSingleton<Dialog>(static _ => new TextPrompt(DialogIds.Reason, HelpdeskResetDialog.IsReason));
        services.AddSingleton<Dialog>(static _ => new ChoicePrompt(DialogIds.Choice));
        services.AddSingleton<Dialog>(static _ => new ConfirmPrompt(DialogIds.Confirm));
        services.AddSingleton<Dialog>(static provider => ActivatorUtilities.CreateInstance<OAuthPrompt>(provider, DialogIds.OAuth));
        services.AddSingleton<Dialog, SignInDialog>();
        services.AddSingleton<Dialog, SubjectDialog>();
        services.AddSingleton<Dialog, FaqDialog>();
        services.AddSingleton<Dialog, ResetPasswordDialog>();
        services.AddSingleton<Dialog, ChangePasswordDialog>();
        services.AddSingleton<Dialog, HelpdeskResetDialog>();
        services.AddSingleton<Dialog>(static provider => ActivatorUtilities.CreateInstance<AdminCheckDialog>(provider, AdminCheckQuestion.May));
        services.AddSingleton<Dialog>(static provider => ActivatorUtilities.CreateInstance<AdminCheckDialog>(provider, AdminCheckQuestion.WhyGreyed));
        services.AddSingleton<Dialog>(static provider => ActivatorUtilities.CreateInstance<AdminCheckDialog>(provider, AdminCheckQuestion.HowTo));
        services.AddSingleton<Dialog, WhoCanResetDialog>();
        services.AddSingleton<Dialog, MyRightsDialog>();
        services.AddSingleton<Dialog, LicenceCheckDialog>();
        services.AddSingleton<Dialog, SubjectLicenceDialog>();
        services.AddSingleton<Dialog, BladeMissingDialog>();
        services.AddSingleton<Dialog, ErrorDoctorDialog>();
        services.AddSingleton(static provider => CardGate.Of(provider.GetRequiredService<CardSignIn>()));
        services.AddSingleton<IFlow, HelpdeskResetFlow>();
        services.AddSingleton<ISteps, HelpdeskResetSteps>();
        services.AddSingleton<IFlow, NoticeFlow>();
        services.AddSingleton<ISteps, NoticeSteps>();
        services.AddSingleton<HelpdeskResetVerbs>();
        services.AddSingleton<IEnumerable<VerbRoute>>(static provider => provider.GetRequiredService<HelpdeskResetVerbs>().Routes);
        services.AddSingleton(static provider => new IntentRoutes(Routes(provider.GetRequiredService<FaqCorpus>())));
        return services;
    }

    private static readonly Sentence Licences = new("라이선스 확인", "Check the licences");

    /// <summary>«May I …» that names nobody asks what one may do at all.</summary>
    private static readonly IntentRoute MyRights = new(Intents.CheckPermissions, DialogIds.MyRights, new("내가 무엇을 할 수 있나요?", "What may I do?"), static _ => null);

    /// <summary>Questions of the FAQ that have a live answer of their own.</summary>
    private static readonly string[] Answered =
    [
        Intents.FaqUserReset, Intents.FaqUserChange, Intents.FaqAdminResetTrouble, Intents.FaqResetGreyed, Intents.FaqResetBladeMissing, Intents.FaqAdminResetSteps,
    ];

    private static IEnumerable<IntentRoute> Routes(FaqCorpus corpus) =>
    [
        Live(Intents.FaqUserReset, DialogIds.ResetPassword, Intents.FaqUserReset, corpus),
        Live(Intents.FaqUserChange, DialogIds.ChangePassword, Intents.FaqUserChange, corpus),
        Live(Intents.ChangeMyPassword, DialogIds.ChangePassword, Intents.FaqUserChange, corpus),
        Live(Intents.FaqResetBladeMissing, DialogIds.BladeMissing, Intents.FaqResetBladeMissing, corpus),
        LiveAboutSomebody(Intents.FaqAdminResetTrouble, DialogIds.AdminCheck, corpus),
        LiveAboutSomebody(Intents.FaqResetGreyed, DialogIds.ResetGreyed, corpus),
        AdminSteps(corpus),
        .. Intents.Faq.Except(Answered).Select(id => FaqRoute(id, id, corpus, instead: false)),
        ErrorQuestion.Route,
        new(Intents.ResetMyPassword, DialogIds.ResetPassword, new("내 암호를 재설정하려면?", "How do I reset my password?"), static _ => null),
        new(Intents.AccountLocked, DialogIds.ResetPassword, new("내 계정이 잠겼어요", "My account is locked"), static _ => null),
        new(Intents.HelpdeskReset, DialogIds.HelpdeskReset, new("사용자의 암호 재설정", "Reset a user's password"), Reset),
        new(Intents.CheckPermissions, DialogIds.AdminCheck, new("내가 이 사용자를 재설정할 수 있나요?", "May I reset this user's password?"), About)
        {
            Instead = static slots => Names(slots) ? null : MyRights,
        },
        new(Intents.WhyResetGreyedForUser, DialogIds.ResetGreyed, new("이 사용자의 재설정 버튼이 왜 비활성인가요?", "Why is the reset button grey for this user?"), About),
        new(Intents.WhoCanReset, DialogIds.WhoCanReset, new("이 사용자는 누가 재설정할 수 있나요?", "Who can reset this user's password?"), About),
        new(Intents.LicenceCheck, DialogIds.LicenceCheck, Licences, static _ => null)
        {
            Instead = static slots => Names(slots) ? new(Intents.LicenceCheck, DialogIds.SubjectLicence, Licences, About) : null,
        },
        FaqRoute(Intents.HelpdeskUnlock, Intents.FaqAdminResetSteps, corpus, instead: true),
        FaqRoute(Intents.HelpdeskTap, Intents.FaqAdminResetSteps, corpus, instead: true),
        FaqRoute(Intents.HybridCheck, Intents.FaqOnpremBladeMissing, corpus, instead: true),
        FaqRoute(Intents.AppCredentialsList, Intents.FaqAppCredentials, corpus, instead: true),
        FaqRoute(Intents.AppCredentialRotate, Intents.FaqAppCredentials, corpus, instead: true),
        FaqRoute(Intents.AppCredentialDelete, Intents.FaqAppCredentials, corpus, instead: true),
        FaqRoute(Intents.ExpiringSecrets, Intents.FaqAppCredentials, corpus, instead: true),
    ];

    /// <summary>A question that is answered by looking at the asker's tenant; a group hears the general answer.</summary>
    private static IntentRoute Live(string intent, string dialog, string faq, FaqCorpus corpus)
    {
        var general = FaqRoute(intent, faq, corpus, instead: false);
        return new(intent, dialog, general.Title, static _ => null) { InGroups = general };
    }

    /// <summary>The same about somebody: whoever is not named is asked for, after the general answer.</summary>
    private static IntentRoute LiveAboutSomebody(string intent, string dialog, FaqCorpus corpus)
    {
        var general = FaqRoute(intent, intent, corpus, instead: false);
        return new(intent, dialog, general.Title, static slots => DialogsJson.Wire.Write(new DiagnosisState { Words = slots?.Upn ?? slots?.User, General = true }))
        {
            InGroups = general,
        };
    }

    /// <summary>How a reset is done is the same for everybody, until somebody is named.</summary>
    private static IntentRoute AdminSteps(FaqCorpus corpus)
    {
        var general = FaqRoute(Intents.FaqAdminResetSteps, Intents.FaqAdminResetSteps, corpus, instead: false);
        return general with
        {
            InGroups = general,
            Instead = slots => Names(slots) ? new(Intents.FaqAdminResetSteps, DialogIds.ResetSteps, general.Title, About) : null,
        };
    }

    private static IntentRoute FaqRoute(string intent, string id, FaqCorpus corpus, bool instead)
    {
        var options = DialogsJson.Wire.Write(new FaqOptions { Id = id, Instead = instead });
        return new(intent, DialogIds.Faq, new Sentence(corpus.Get(id, "ko").Title, corpus.Get(id, "en").Title), _ => options) { InPrivate = false };
    }

    private static JsonElement? Reset(Slots? slots)
    {
        var words = slots?.Upn ?? slots?.User;
        return DialogsJson.Wire.Write(Guid.TryParse(words, out _) ? new HelpdeskResetState { SubjectId = words } : new HelpdeskResetState { Words = words });
    }

    private static bool Names(Slots slots) => (slots.Upn ?? slots.User) is not null;

    private static JsonElement? About(Slots? slots) => DialogsJson.Wire.Write(new DiagnosisState { Words = slots?.Upn ?? slots?.User });
}
