using System.Diagnostics.Metrics;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Language;
using Microsoft.Extensions.Logging;

namespace CredBot.Dialogs.Root;

/// <summary>Answers what a client may ask for beside words and cards: help in a dialog of its own, a file, a thumb up or down.</summary>
internal sealed partial class RootInvokes
{
    private readonly Counter<long> feedbacks;
    private readonly ILogger<RootInvokes> logger;

    public RootInvokes(IMeterFactory meters, ILogger<RootInvokes> logger)
    {
        this.logger = logger;
        feedbacks = meters.Create("CredBot.Dialogs").CreateCounter<long>("credbot.feedback", "{feedback}", "Reactions to answers, by reaction.");
    }

    /// <summary>Shows the help; whatever the button was, nothing else opens in a dialog.</summary>
    public static void OpenHelp(TurnContext turn)
    {
        var card = RootCards.Manual(turn.Language);
        turn.InvokeResponse = new InvokeResponse(200, new JsonElementBuilder(json =>
        {
            json.WriteStartObject("task");
            json.WriteString("type", "continue");
            json.WriteStartObject("value");
            json.WriteString("title", RootText.Hello.In(turn.Language));
            json.WriteString("height", "medium");
            json.WriteString("width", "medium");
            json.WriteStartObject("card");
            json.WriteString("contentType", card.ContentType);
            json.WritePropertyName("content");
            card.Content!.Value.WriteTo(json);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }).Element);
    }

    /// <summary>No file was ever offered, so none is uploaded; who said yes is told so.</summary>
    public static void DeclineFile(TurnContext turn, bool accepted)
    {
        if (accepted)
        {
            turn.Say(RootText.NoFiles);
        }

        turn.InvokeResponse = new InvokeResponse(200);
    }

    public void Count(Feedback feedback)
    {
        feedbacks.Add(1, new KeyValuePair<string, object?>("reaction", feedback.Reaction));
        Log.Rated(logger, feedback.Reaction, feedback.HasComment);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "An answer was rated: {Reaction}; with words: {HasComment}.")]
        public static partial void Rated(ILogger logger, string reaction, bool hasComment);
    }
}
