using CredBot.Bot.Builder;
using CredBot.Bot.State;

namespace CredBot.Dialogs.Language;

/// <summary>Speaking within a turn.</summary>
internal static class TurnLanguage
{
    /// <summary>The language a conversation is held in.</summary>
    public static string Of(ConversationRecord conversation) => conversation.Get(Speech.Property)?.Language is "ko" ? "ko" : "en";

    extension(TurnContext turn)
    {
        /// <summary>The language the conversation is held in, of those that are spoken.</summary>
        public string Language => Of(turn.Conversation);

        /// <summary>Owes a sentence in the conversation's language.</summary>
        public void Say(Sentence sentence) => turn.Send(Speech.Message(sentence.In(turn.Language)));

        /// <summary>Owes a sentence that concerns nobody but the person who spoke.</summary>
        public void Whisper(Sentence sentence) => turn.Whisper(Speech.Message(sentence.In(turn.Language)));
    }
}
