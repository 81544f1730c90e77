using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace CredBot.Knowledge.Words;

/// <summary>The model as bytes: written by the build, embedded, read once.</summary>
internal static class ModelFile
{
    public const string ResourceName = "recogniser.model";
    private const int Format = 1;

    public static Model LoadEmbedded()
    {
        using var stream = typeof(ModelFile).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException("The assembly was built without its model.");
        return Read(stream);
    }

    public static void Write(Model model, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        writer.Write(Format);
        writer.Write(Model.Width);
        writer.Write(model.Scales.Length);
        writer.Write(model.Vocabulary.Unknown);
        var hashes = model.Vocabulary.Rows.OrderBy(static pair => pair.Value).Select(static pair => pair.Key).ToArray();
        writer.Write(MemoryMarshal.AsBytes(hashes.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(model.Vocabulary.Rarity.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(model.Scales.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(model.Bias.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(model.Weights.AsSpan()));
    }

    /// <exception cref="InvalidDataException">The bytes belong to another version of the code.</exception>
    public static Model Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        if (reader.ReadInt32() is not Format || reader.ReadInt32() != Model.Width)
        {
            throw new InvalidDataException("The model belongs to another version of the recogniser.");
        }

        var rows = reader.ReadInt32();
        var unknown = reader.ReadSingle();
        var hashes = Fill<uint>(reader, rows);
        var rarity = Fill<float>(reader, rows);
        var scales = Fill<float>(reader, rows);
        var bias = Fill<float>(reader, Model.Width);
        var weights = Fill<sbyte>(reader, rows * Model.Width);
        var numbers = hashes.Select(static (hash, row) => KeyValuePair.Create(hash, row)).ToFrozenDictionary();
        return new Model(new Vocabulary(numbers, rarity, unknown), weights, scales, bias);
    }

    private static T[] Fill<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
