using System.Buffers;
using System.Text.Json;

namespace CredBot.Bot.Schema;

/// <summary>Writes a small JSON object by hand, where a record of its own would say no more.</summary>
public sealed class JsonElementBuilder
{
    public JsonElementBuilder(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        Element = document.RootElement.Clone();
    }

    /// <summary>The object.</summary>
    public JsonElement Element { get; }
}
