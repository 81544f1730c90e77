namespace CredBot.Knowledge.SlotRules;

/// <summary>A slot's value and where it stands in the text.</summary>
internal readonly record struct Found(string Value, int Start, int Length)
{
    public int End => Start + Length;

    public bool Overlaps(Found other) => Start < other.End && other.Start < End;
}
