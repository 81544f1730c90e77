namespace CredBot.Knowledge.Training;

/// <summary>One sentence to learn from.</summary>
/// <param name="Intent">Its place in <see cref="Intents.All"/>.</param>
/// <param name="Features">What <see cref="Words.Features"/> finds in it.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record Sample(int Intent, Dictionary<uint, int>[] Features, float Weight);
