using CredBot.Engine.Grains;

namespace CredBot.Engine.Operations;

/// <summary>One operation: a stored document, moved by what happens.</summary>
[Alias("op")]
internal interface IOperation : IGrainWithStringKey, IRemindable
{
    /// <summary>Starts it; a second start does nothing. Durable when it returns.</summary>
    [Alias("start")]
    Task Start(string flow, Cloaked intent, string origin);

    /// <summary>Says something to it, once per signal id. Durable when it returns.</summary>
    [Alias("signal")]
    Task Signal(string signalId, string verb, string actor, Cloaked? value = null);

    /// <summary>Says what became of a message to a person, once per key. Durable when it returns.</summary>
    [Alias("told")]
    Task Told(string key, string? refusal);

    /// <summary>Delivers what the last moves owe, then lets the recorded step begin.</summary>
    [Alias("go")]
    Task GoOn();

    /// <summary>Performs the step that this activation's own write recorded.</summary>
    [Alias("perform")]
    Task Perform();

    /// <summary>Goes on with whatever is left: a due time that has come, a step that somebody else recorded.</summary>
    [Alias("wake")]
    Task Wake();
}
