namespace CredBot.Knowledge.SlotRules;

/// <summary>The slots of a message, and the message with their values masked: who it is about does not change what is asked.</summary>
internal sealed record SlotReading(Slots Slots, string Masked);
