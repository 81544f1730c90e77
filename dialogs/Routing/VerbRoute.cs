using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Assurance;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Routing;

/// <summary>Who answers a button that belongs to no waiting prompt. The click is a wish of its sender, nothing in it is trusted.</summary>
/// <param name="Verb">The button's verb.</param>
/// <param name="AnswerAsync">Owes what follows and gives the answer to the click.</param>
internal sealed record VerbRoute(string Verb, Func<TurnContext, CardClick, CancellationToken, Task<InvokeResponse>> AnswerAsync)
{
    /// <summary>Whether it only looks: then it may answer a refresh, which nobody clicked.</summary>
    public bool IsView { get; init; }

    /// <summary>Starts the dialog of an intent, named by the click's answer.</summary>
    public const string Ask = "ask";

    /// <summary>Shows the present card of an operation.</summary>
    public const string Status = "status";

    /// <summary>Begins a reset of one person, named by <see cref="Subject"/> in the data; everything is checked anew.</summary>
    public const string Reset = "reset";

    /// <summary>The same for a Temporary Access Pass.</summary>
    public const string Pass = "pass";

    /// <summary>The same for an exception from verification, and for nothing but the verification.</summary>
    public const string Exception = "exception", Verify = "verifyCaller";

    /// <summary>The verb that begins a request of this kind.</summary>
    public static string OfReset(Purpose purpose) => purpose switch
    {
        Purpose.TemporaryAccessPass => Pass,
        Purpose.IdentityCheck => Verify,
        _ => Reset,
    };

    /// <summary>The intent of a request that a button begins about one person; null for another verb.</summary>
    public static string? IntentOf(string verb) => verb switch
    {
        Reset => Intents.HelpdeskReset,
        Pass => Intents.HelpdeskTap,
        Verify => CallerIntents.Verify,
        Exception => CallerIntents.Exception,
        _ => null,
    };

    /// <summary>Member of a button's data: the person or application that a question is about, as if it had been typed.</summary>
    public const string About = "about";

    /// <summary>Member of a button's data: object id of the person meant.</summary>
    public const string Subject = "subject";
}
