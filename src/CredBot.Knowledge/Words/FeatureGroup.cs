namespace CredBot.Knowledge.Words;

/// <summary>Kinds of evidence; each is brought to its own length, so that a long text's many letters do not drown its few words.</summary>
internal enum FeatureGroup
{
    Letters,
    Words,
    Concepts,
}
