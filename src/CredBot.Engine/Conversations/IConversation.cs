using CredBot.Engine.Grains;

namespace CredBot.Engine.Conversations;

/// <summary>One conversation: takes activities in, runs its turns one by one, carries out what they owe.</summary>
[Alias("conv")]
internal interface IConversation : IGrainWithStringKey, IRemindable
{
    /// <summary>Returns when the activity is durable, or was known, or tells nothing.</summary>
    /// <param name="activityId">Its id; null where it has none.</param>
    /// <param name="seal">The activity, sealed.</param>
    /// <param name="unheardFrom">The service address of an activity that the bot does nothing with: it counts only where that address is news. Null for one that is heard.</param>
    [Alias("accept")]
    Task Accept(string? activityId, string seal, string? unheardFrom = null);

    /// <summary>Runs an invoke when its turn has come.</summary>
    /// <returns>The stored answer; null where nobody answers.</returns>
    [Alias("invoke")]
    Task<Cloaked?> Invoke(string? activityId, Cloaked activity);

    /// <summary>Takes over an operation's messages, once.</summary>
    [Alias("owe")]
    Task Owe(string operation, Cloaked effects);

    /// <summary>Redraws a message after everything owed to it.</summary>
    [Alias("redraw")]
    Task<Cloaked> Redraw(string key, Cloaked message);

    /// <summary>Runs the next turn.</summary>
    [Alias("turn")]
    Task Turn();

    /// <summary>Carries out what is owed and due.</summary>
    [Alias("deliver")]
    Task Deliver();

    /// <summary>Goes on with whatever is left.</summary>
    [Alias("wake")]
    Task Wake();
}
