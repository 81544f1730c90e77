namespace CredBot.Knowledge.Seeds;

/// <summary>A sentence the recogniser learns from.</summary>
/// <param name="Intent">One of <see cref="Intents.All"/>.</param>
/// <param name="Text">With its placeholders (<c>{user}</c>, <c>{upn}</c>, <c>{app}</c>, <c>{appId}</c>, <c>{days}</c>, <c>{product}</c>) as they stand.</param>
/// <param name="Language">Decides which names fill the placeholders.</param>
/// <param name="Weight">The sentences of one line count for less each, so that a generous alternation does not shout.</param>
internal sealed record Phrase(string Intent, string Language, string Text, float Weight);
