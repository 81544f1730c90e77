using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.Diagnosis;

/// <summary>What the person can do next, as a button.</summary>
/// <param name="Title">What the button says.</param>
internal abstract record NextStep(Sentence Title)
{
    /// <summary>Opens a page. Its address is a constant of ours, never built from what somebody typed.</summary>
    internal sealed record Open(Sentence Title, string Url) : NextStep(Title);

    /// <summary>Asks CredBot something else.</summary>
    /// <param name="Title">What the button says.</param>
    /// <param name="Intent">One of the intents that have a dialog.</param>
    internal sealed record Ask(Sentence Title, string Intent) : NextStep(Title)
    {
        /// <value>The person or application it is about, as somebody would say it; null where the question needs none.</value>
        public string? About { get; init; }
    }

    /// <summary>Tells an operation something.</summary>
    /// <param name="Title">What the button says.</param>
    /// <param name="Verb">A verb of the operation.</param>
    /// <param name="Operation">Its id.</param>
    internal sealed record Tell(Sentence Title, string Verb, string Operation) : NextStep(Title);

    /// <summary>Begins the reset of a person; everything is checked anew.</summary>
    /// <param name="Title">What the button says.</param>
    /// <param name="SubjectId">Object id of the person.</param>
    internal sealed record Reset(Sentence Title, string SubjectId) : NextStep(Title);
}
