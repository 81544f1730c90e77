using CredBot.Engine.Grains;

namespace CredBot.Engine.People;

/// <summary>One person as one bot knows them: where they are written to, whether they can be reached, and what is on its way to them.</summary>
[Alias("person")]
internal interface IAcquaintance : IGrainWithStringKey, IRemindable
{
    /// <summary>Learns from an activity of this person where they are. Durable when it returns; nothing is written where nothing is new.</summary>
    [Alias("meet")]
    Task Meet(Cloaked reference);

    /// <summary>Forgets where the person is: they removed the bot.</summary>
    [Alias("forget")]
    Task Forget();

    /// <summary>Takes over a message or a turn for their own chat, once. Durable when it returns.</summary>
    [Alias("notify")]
    Task Notify(Cloaked effect);

    /// <summary>A message was refused in their own chat.</summary>
    /// <param name="chat">The chat's id.</param>
    /// <param name="code">Why.</param>
    /// <param name="unreachable">They blocked or removed the bot; else the chat is no longer there.</param>
    [Alias("lose")]
    Task Lose(string chat, string code, bool unreachable);

    /// <summary>Hands over what is owed and due.</summary>
    [Alias("deliver")]
    Task Deliver();

    /// <summary>Goes on with whatever is left.</summary>
    [Alias("wake")]
    Task Wake();
}
