namespace CredBot.Bot.Cards;

/// <summary>Verbs of the layer itself.</summary>
public static class CardVerbs
{
    /// <summary>Answers the prompt whose message the button stands on.</summary>
    public const string Answer = "answer";
}
