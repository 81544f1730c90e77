using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Graph;

namespace CredBot.Dialogs.Application;

/// <summary>
/// Finds out which application is meant: by name or client id, or one of the asker's own; gives back a <see cref="FoundApplication"/>, or null where
/// none is meant: then the general answer fits.
/// </summary>
internal sealed class ApplicationDialog(GraphClient graph) : WaterfallDialog<ApplicationQuestion>(DialogIds.Application)
{
    /// <summary>Applications offered at once.</summary>
    private const int MostOffered = 5;

    protected override JsonTypeInfo<ApplicationQuestion> StateType => DialogsJson.Wire.ApplicationQuestion;

    protected override IReadOnlyList<WaterfallStep<ApplicationQuestion>> Steps =>
    [
        new(nameof(SignIn), SignIn),
        new(nameof(Find), Find),
        new(nameof(TakeChoice), TakeChoice),
        new("SignInAgain", SignIn),
        new(nameof(Give), Give),
    ];

    private static StepOutcome<ApplicationQuestion> SignIn(WaterfallStepContext<ApplicationQuestion> step) => step.Begin(DialogIds.SignIn, null, step.State);

    private async Task<StepOutcome<ApplicationQuestion>> Find(WaterfallStepContext<ApplicationQuestion> step, CancellationToken cancellationToken)
    {
        if (step.Result is not SignedInPerson asker)
        {
            return step.End();
        }

        if (step.State.Words is not { } words)
        {
            return await OfferOwnAsync(step, asker, cancellationToken);
        }

        return await graph.FindApplicationsAsync(asker.Token, words, cancellationToken) switch
        {
            GraphResult<IReadOnlyList<DirectoryApplication>>.Ok { Value: { Count: > 1 } several } =>
                step.Prompt(DialogIds.Choice, Offer(several, ApplicationText.Which(CardText.Plain(words, 60)), step.Turn.Language), step.State),
            GraphResult<IReadOnlyList<DirectoryApplication>>.Ok { Value: var found } => step.End(new FoundApplication(words, found.FirstOrDefault(), null, asker)),
            GraphResult<IReadOnlyList<DirectoryApplication>>.Failed { Error: var error } => step.End(new FoundApplication(words, null, error, asker)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Without a name it is probably one of one's own.</summary>
    private async Task<StepOutcome<ApplicationQuestion>> OfferOwnAsync(
        WaterfallStepContext<ApplicationQuestion> step, SignedInPerson asker, CancellationToken cancellationToken) =>
        (await graph.GetMyApplicationsAsync(asker.Token, cancellationToken)).OrNothing() is { Count: > 0 } own
            ? step.Prompt(DialogIds.Choice, Offer(own, ApplicationText.WhichOfYours, step.Turn.Language), step.State)
            : step.End();

    private static StepOutcome<ApplicationQuestion> TakeChoice(WaterfallStepContext<ApplicationQuestion> step) => step.Result switch
    {
        Choice { Value: ApplicationText.NoneOfThem } or not Choice => step.End(),
        Choice choice => step.Next(step.State with { AppObjectId = choice.Value }),
    };

    private async Task<StepOutcome<ApplicationQuestion>> Give(WaterfallStepContext<ApplicationQuestion> step, CancellationToken cancellationToken)
    {
        if (step.Result is not SignedInPerson asker)
        {
            return step.End();
        }

        var id = step.State.AppObjectId!;
        return await graph.GetApplicationAsync(asker.Token, id, cancellationToken) switch
        {
            GraphResult<DirectoryApplication>.Ok { Value: var app } => step.End(new FoundApplication(app.DisplayName ?? app.AppId, app, null, asker)),
            GraphResult<DirectoryApplication>.Failed { Error: var error } => step.End(new FoundApplication(id, null, error, asker)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static PromptOptions Offer(IReadOnlyList<DirectoryApplication> found, Sentence question, string language) => new()
    {
        Prompt = Speech.Message(question.In(language)),
        Choices =
        [
            .. found.Take(MostOffered).Select(static app => new Choice(app.Id, ApplicationText.Title(app), [app.AppId])),
            new Choice(ApplicationText.NoneOfThem, ApplicationText.None.In(language)),
        ],
    };
}
