using System.Text.Json;

namespace CredBot.Bot.Dialogs;

/// <summary>A dialog that is under way.</summary>
/// <param name="Id">The dialog's id in its set.</param>
/// <param name="Step">Name of the step that waits; null for a dialog without steps. Names, not numbers, so that a new build resumes at the right place.</param>
/// <param name="State">The dialog's own state record.</param>
/// <param name="Version">The dialog's version that wrote this; 1 in documents from before there were versions.</param>
public sealed record DialogInstance(string Id, string? Step, JsonElement? State, int Version = 1);
