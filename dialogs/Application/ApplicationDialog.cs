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

        var read = await graph.FindApplicationsAsync(asker.Token, words, cancellationToken);
        return read.OrNothing() is { Count: > 1 } several && Exact(several, words) is null
            ? step.Prompt(DialogIds.Choice, Offer(several, ApplicationText.Which(CardText.Plain(words, 60)), step.Turn.Language), step.State)
            : step.End(Found(words, read, asker));
    }

    private static FoundApplication Found(string words, GraphResult<IReadOnlyList<DirectoryApplication>> read, SignedInPerson asker)
    {
        var app = read.OrNothing() is { } found ? Exact(found, words) ?? (found.Count > 0 ? found[0] : null) : null;
        return new FoundApplication(words, app, (read as GraphResult<IReadOnlyList<DirectoryApplication>>.Failed)?.Error, asker);
    }

    /// <summary>The only one of exactly this name; names are not unique.</summary>
    private static DirectoryApplication? Exact(IReadOnlyList<DirectoryApplication> found, string words) =>
        found.Where(app => string.Equals(app.DisplayName, words, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only : null;

    /// <summary>Without a name it is probably one of one's own.</summary>
    private async Task<StepOutcome<ApplicationQuestion>> OfferOwnAsync(
        WaterfallStepContext<ApplicationQuestion> step, SignedInPerson asker, CancellationToken cancellationToken) =>
        await graph.GetMyApplicationsAsync(asker.Token, cancellationToken) switch
        {
            GraphResult<IReadOnlyList<DirectoryApplication>>.Ok { Value: { Count: > 0 } own } =>
                step.Prompt(DialogIds.Choice, Offer(own, ApplicationText.WhichOfYours(own.Count - MostOffered), step.Turn.Language), step.State),
            GraphResult<IReadOnlyList<DirectoryApplication>>.Failed { Error: var error } => Unread(step, error),
            _ => step.End(),
        };

    private static StepOutcome<ApplicationQuestion> Unread(WaterfallStepContext<ApplicationQuestion> step, GraphError error)
    {
        step.Turn.Say(ApplicationText.OwnUnread(GraphErrorText.Sentence(error)));
        return step.End();
    }

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

        // A choice may take hours, and what was read before is gone with its turn.
        var id = step.State.AppObjectId!;
        var read = await graph.FindApplicationsAsync(asker.Token, id, cancellationToken);
        return step.End(Found(id, read, asker));
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
