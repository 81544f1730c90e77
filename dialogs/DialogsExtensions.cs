using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Limits;
using CredBot.Dialogs.AdminCheck;
using CredBot.Dialogs.AppCredentials;
using CredBot.Dialogs.Application;
using CredBot.Dialogs.ChangePassword;
using CredBot.Dialogs.ClientCredentials;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.ErrorDoctor;
using CredBot.Dialogs.ExpiringSecrets;
using CredBot.Dialogs.Faq;
using CredBot.Dialogs.HelpdeskReset;
using CredBot.Dialogs.Hybrid;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Notice;
using CredBot.Dialogs.OwnError;
using CredBot.Dialogs.PasswordWatch;
using CredBot.Dialogs.ResetPassword;
using CredBot.Dialogs.Root;
using CredBot.Dialogs.Routing;
using CredBot.Dialogs.SignIn;
using CredBot.Dialogs.StillCannotSignIn;
using CredBot.Dialogs.Subject;
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
        services.AddSingleton<Dialog, ApplicationDialog>();
        services.AddSingleton<Dialog, ClientCredentialsDialog>();
        services.AddSingleton<Dialog, AppCredentialsDialog>();
        services.AddSingleton<Dialog, ExpiringSecretsDialog>();
        services.AddSingleton<Dialog, HelpdeskResetDialog>();
        services.AddSingleton<Dialog, AdminCheckDialog>();
        services.AddSingleton<Dialog, ErrorDoctorDialog>();
        services.AddSingleton<Dialog, OwnErrorDialog>();
        services.AddSingleton<Dialog, HybridDialog>();
        services.AddSingleton<Dialog, StillCannotSignInDialog>();
        services.AddSingleton(static provider => CardGate.Of(provider.GetRequiredService<CardSignIn>()));
        services.AddSingleton<IFlow, HelpdeskResetFlow>();
        services.AddSingleton<ISteps, HelpdeskResetSteps>();
        services.AddSingleton<IFlow, NoticeFlow>();
        services.AddSingleton<ISteps, NoticeSteps>();
        services.AddSingleton<IFlow, PasswordWatchFlow>();
        services.AddSingleton<ISteps, PasswordWatchSteps>();
        services.AddSingleton<PasswordWatchVerbs>();
        services.AddSingleton<HelpdeskResetVerbs>();
        services.AddSingleton<IEnumerable<VerbRoute>>(static provider =>
            [.. provider.GetRequiredService<HelpdeskResetVerbs>().Routes, .. provider.GetRequiredService<PasswordWatchVerbs>().Routes]);
        services.AddSingleton(static provider => new IntentRoutes(Routes(provider.GetRequiredService<FaqCorpus>())));
        return services;
    }

    /// <summary>What looks at the tenant, and a leaflet for each question that nothing looks into.</summary>
    private static IEnumerable<IntentRoute> Routes(FaqCorpus corpus)
    {
        var looking = Looking(corpus);
        return looking.Concat(Intents.Faq.Except(looking.Select(static route => route.Intent)).Select(id => FaqRoute(id, id, corpus, instead: false)));
    }

    private static IReadOnlyList<IntentRoute> Looking(FaqCorpus corpus) =>
    [
        Live(Intents.FaqUserReset, DialogIds.ResetPassword, Intents.FaqUserReset, corpus),
        Live(Intents.FaqUserChange, DialogIds.ChangePassword, Intents.FaqUserChange, corpus),
        Live(Intents.ChangeMyPassword, DialogIds.ChangePassword, Intents.FaqUserChange, corpus),
        Live(Intents.FaqUserError, DialogIds.OwnError, Intents.FaqUserError, corpus),
        Live(Intents.FaqOnpremBladeMissing, DialogIds.Hybrid, Intents.FaqOnpremBladeMissing, corpus),
        Live(Intents.HybridCheck, DialogIds.Hybrid, Intents.FaqOnpremBladeMissing, corpus)
            with { InGroups = FaqRoute(Intents.HybridCheck, Intents.FaqOnpremBladeMissing, corpus, instead: true) },
        Live(Intents.FaqResetStillCannotSignIn, DialogIds.StillCannotSignIn, Intents.FaqResetStillCannotSignIn, corpus) with { Options = About },
        ErrorQuestion.Route,
        new(Intents.ResetMyPassword, DialogIds.ResetPassword, new("내 암호를 재설정하려면?", "How do I reset my password?"), static _ => null),
        new(Intents.AccountLocked, DialogIds.ResetPassword, new("내 계정이 잠겼어요", "My account is locked"), static _ => null),
        new(Intents.HelpdeskReset, DialogIds.HelpdeskReset, new("사용자의 암호 재설정", "Reset a user's password"), Reset),
        new(Intents.CheckPermissions, DialogIds.AdminCheck, new("내가 이 사용자를 재설정할 수 있나요?", "May I reset this user's password?"), Check),
        new(Intents.WhyResetGreyedForUser, DialogIds.AdminCheck, new("이 사용자의 재설정 버튼이 왜 비활성인가요?", "Why is the reset button grey for this user?"), Check),
        FaqRoute(Intents.HelpdeskUnlock, Intents.FaqAdminResetSteps, corpus, instead: true),
        FaqRoute(Intents.HelpdeskTap, Intents.FaqAdminResetSteps, corpus, instead: true),
        FaqRoute(Intents.LicenceCheck, Intents.FaqAdminResetTrouble, corpus, instead: true),
        Applications(Intents.FaqClientCredentialsFlow, DialogIds.ClientCredentials, Intents.FaqClientCredentialsFlow, corpus),
        Applications(Intents.FaqAppCredentials, DialogIds.AppCredentials, Intents.FaqAppCredentials, corpus),
        Applications(Intents.AppCredentialsList, DialogIds.AppCredentials, Intents.FaqAppCredentials, corpus),
        Applications(Intents.AppCredentialRotate, DialogIds.AppCredentials, Intents.FaqAppCredentials, corpus),
        Applications(Intents.AppCredentialDelete, DialogIds.AppCredentials, Intents.FaqAppCredentials, corpus),
        Applications(Intents.ExpiringSecrets, DialogIds.ExpiringSecrets, Intents.FaqAppCredentials, corpus) with
        {
            Title = new("어떤 앱 암호가 곧 만료되나요?", "Which app secrets expire?"),
        },
    ];

    /// <summary>A question that is answered by looking at the asker's tenant; a group hears the general answer.</summary>
    private static IntentRoute Live(string intent, string dialog, string faq, FaqCorpus corpus)
    {
        var general = FaqRoute(intent, faq, corpus, instead: false);
        return new(intent, dialog, general.Title, static _ => null) { InGroups = general };
    }

    /// <summary>A question about an application, named or not.</summary>
    private static IntentRoute Applications(string intent, string dialog, string faq, FaqCorpus corpus) =>
        Live(intent, dialog, faq, corpus) with { Options = static slots => DialogsJson.Wire.Write(new ApplicationQuestion { Words = slots?.AppId ?? slots?.App, Days = slots?.Days }) };

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

    /// <summary>A question about somebody who may have been named.</summary>
    private static JsonElement? About(Slots? slots) => DialogsJson.Wire.Write(new DiagnosisState { Words = slots?.Upn ?? slots?.User });

    private static JsonElement? Check(Slots? slots) => DialogsJson.Wire.Write(new AdminCheckState { Words = slots?.Upn ?? slots?.User });
}
