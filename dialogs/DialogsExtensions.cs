using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Limits;
using CredBot.Dialogs.AdminCheck;
using CredBot.Dialogs.AgentCheck;
using CredBot.Dialogs.AppCredentials;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Application;
using CredBot.Dialogs.BladeMissing;
using CredBot.Dialogs.ChangePassword;
using CredBot.Dialogs.ClientCredentials;
using CredBot.Dialogs.ErrorDoctor;
using CredBot.Dialogs.ExpiringSecrets;
using CredBot.Dialogs.Faq;
using CredBot.Dialogs.HelpdeskReset;
using CredBot.Dialogs.Hybrid;
using CredBot.Dialogs.LicenceCheck;
using CredBot.Dialogs.MyRights;
using CredBot.Dialogs.Notice;
using CredBot.Dialogs.OwnError;
using CredBot.Dialogs.PasswordWatch;
using CredBot.Dialogs.ResetPassword;
using CredBot.Dialogs.Root;
using CredBot.Dialogs.Routing;
using CredBot.Dialogs.Safeguards;
using CredBot.Dialogs.SignIn;
using CredBot.Dialogs.StillCannotSignIn;
using CredBot.Dialogs.Subject;
using CredBot.Dialogs.Verification;
using CredBot.Dialogs.WhoCanReset;
using CredBot.Engine.Contracts;
using CredBot.Knowledge;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs;

/// <summary>Puts the conversations into a host.</summary>
public static class DialogsExtensions
{
    /// <summary>The product's own pages: where a notice leads whoever cannot sign in.</summary>
    public static void MapDialogs(this IEndpointRouteBuilder endpoints) => ObjectionPage.Map(endpoints);

    public static IServiceCollection AddDialogs(this IServiceCollection services)
    {
        services.AddOptions<ResetOptions>().BindConfiguration(ResetOptions.Section).ValidateDataAnnotations()
            .Validate(static options => options.PublicUrl is null or { Scheme: "https" } or { Scheme: "http", IsLoopback: true }, "Reset:PublicUrl must be https, or http on loopback.")
            .ValidateOnStart();
        services.AddSingleton<IBot, RootBot>();
        services.AddSingleton<Floor>();
        services.AddSingleton(new TooFastWords(static (locale, wait) => RootText.TooFast(wait).In(Languages.LanguageOf("", locale))));
        services.AddSingleton<RootClicks>();
        services.AddSingleton<RootCommands>();
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
        services.AddSingleton<Dialog>(static provider => ActivatorUtilities.CreateInstance<HelpdeskResetDialog>(provider, Purpose.PasswordReset));
        services.AddSingleton<Dialog>(static provider => ActivatorUtilities.CreateInstance<HelpdeskResetDialog>(provider, Purpose.TemporaryAccessPass));
        services.AddSingleton<Dialog>(static provider => ActivatorUtilities.CreateInstance<HelpdeskResetDialog>(provider, Purpose.IdentityCheck));
        services.AddSingleton<Dialog>(static provider => ActivatorUtilities.CreateInstance<AdminCheckDialog>(provider, AdminCheckQuestion.May));
        services.AddSingleton<Dialog>(static provider => ActivatorUtilities.CreateInstance<AdminCheckDialog>(provider, AdminCheckQuestion.WhyGreyed));
        services.AddSingleton<Dialog>(static provider => ActivatorUtilities.CreateInstance<AdminCheckDialog>(provider, AdminCheckQuestion.HowTo));
        services.AddSingleton<Dialog, WhoCanResetDialog>();
        services.AddSingleton<Dialog, MyRightsDialog>();
        services.AddSingleton<Dialog, LicenceCheckDialog>();
        services.AddSingleton<Dialog, SubjectLicenceDialog>();
        services.AddSingleton<Dialog, BladeMissingDialog>();
        services.AddSingleton<Dialog, ErrorDoctorDialog>();
        services.AddSingleton<Dialog, OwnErrorDialog>();
        services.AddSingleton<Dialog, HybridDialog>();
        services.AddSingleton<Dialog, StillCannotSignInDialog>();
        services.AddSingleton(static provider => CardGate.Of(provider.GetRequiredService<CardSignIn>(), provider.GetRequiredService<IOptions<ResetOptions>>().Value));
        services.AddSingleton<ObjectionLinks>();
        services.AddSingleton<ObjectionPage>();
        services.AddSingleton<IFlow, HelpdeskResetFlow>();
        services.AddSingleton<ISteps, HelpdeskResetSteps>();
        services.AddSingleton<IFlow, SafeguardsFlow>();
        services.AddSingleton<IFlow, AlarmRoomFlow>();
        services.AddSingleton<SafeguardsVerbs>();
        services.AddSingleton<SafeguardsCommands>();
        services.AddSingleton<IEnumerable<SpokenRoute>>(static provider => [.. provider.GetRequiredService<SafeguardsCommands>().Routes, .. AgentCheckRoutes.Spoken, .. CallerIntents.Spoken, .. ForecastWords.Spoken]);
        services.AddSingleton<Dialog, ForecastDialog>();
        services.AddSingleton(static provider => SafeguardsOutlook.Of(
            provider.GetRequiredService<IOperations>(), provider.GetRequiredService<IOptions<ResetOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Dialog, AgentCheckDialog>();
        services.AddSingleton<IFlow, AgentCheckFlow>();
        services.AddSingleton<ISteps, AgentCheckSteps>();
        services.AddSingleton<IFlow, AgentWordFlow>();
        services.AddSingleton<ISteps, AgentWordSteps>();
        services.AddSingleton<AgentCheckVerbs>();
        services.AddSingleton<IFlow, VerificationFlow>();
        services.AddSingleton<ISteps, VerificationSteps>();
        services.AddSingleton<IFlow, ManagerBookFlow>();
        services.AddSingleton<VerificationVerbs>();
        services.AddSingleton<IFlow, NoticeFlow>();
        services.AddSingleton<ISteps, NoticeSteps>();
        services.AddSingleton<IFlow, PasswordWatchFlow>();
        services.AddSingleton<ISteps, PasswordWatchSteps>();
        services.AddSingleton<PasswordWatchVerbs>();
        services.AddSingleton<HelpdeskResetVerbs>();
        services.AddSingleton<IEnumerable<VerbRoute>>(static provider =>
        [
            .. provider.GetRequiredService<HelpdeskResetVerbs>().Routes, .. provider.GetRequiredService<PasswordWatchVerbs>().Routes,
            .. provider.GetRequiredService<VerificationVerbs>().Routes, .. provider.GetRequiredService<SafeguardsVerbs>().Routes,
            .. provider.GetRequiredService<AgentCheckVerbs>().Routes,
        ]);
        services.AddSingleton(static provider => new IntentRoutes(IntentTable.Of(provider.GetRequiredService<FaqCorpus>())));
        return services;
    }
}
