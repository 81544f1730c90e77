using System.Text.Json;
using CredBot.Dialogs.Language;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Routing;

/// <summary>Which dialog answers an intent.</summary>
/// <param name="Intent">One of <see cref="Intents"/>.</param>
/// <param name="Dialog">One of <see cref="DialogIds"/>.</param>
/// <param name="Title">On a button that offers it: what the person would ask.</param>
/// <param name="Options">The dialog's options from what was said; null for none.</param>
internal sealed record IntentRoute(string Intent, string Dialog, Sentence Title, Func<Slots?, JsonElement?> Options)
{
    /// <summary>It reads or changes somebody's account, so it is spoken about in private only.</summary>
    public bool InPrivate { get; init; } = true;

    /// <summary>What is said to a whole group instead; null where the same is said everywhere or nothing.</summary>
    public IntentRoute? InGroups { get; init; }

    /// <summary>Another route for what was said, e.g. where it names a person; null: always this one.</summary>
    public Func<Slots, IntentRoute?>? Instead { get; init; }

    /// <summary>The route for what was said.</summary>
    /// <param name="slots">What it names; null where nothing was said but a button pressed.</param>
    public IntentRoute For(Slots? slots) => slots is null ? this : Instead?.Invoke(slots) ?? this;
}
