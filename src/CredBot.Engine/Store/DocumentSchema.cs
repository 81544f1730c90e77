using System.Text;
using System.Text.Json;

namespace CredBot.Engine.Store;

/// <summary>Refuses documents that are not this product's, or that a newer version of it wrote: reading them would lose what this one does not know.</summary>
internal static class DocumentSchema
{
    /// <summary>The version this build writes; older documents are read.</summary>
    public const int Current = 1;

    /// <exception cref="StoreException">The document is newer, names a type, or is no JSON.</exception>
    public static void Check(string json, string what)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = 128 });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is not JsonTokenType.PropertyName)
                {
                    continue;
                }

                // No document of ours says which type to load. One that does was written by somebody else, and means no good.
                if (reader.ValueTextEquals("$type"u8))
                {
                    throw new StoreException($"{what} names a type to be loaded, which no document of the product does. It is not read.");
                }

                if (reader.CurrentDepth is 1 && reader.ValueTextEquals("schema"u8))
                {
                    reader.Read();
                    Check(reader.GetInt32(), Current, what);
                }
            }
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable(what, malformed);
        }
    }

    /// <exception cref="StoreException">The document is newer.</exception>
    public static void Check(int found, int known, string what)
    {
        if (found > known)
        {
            throw new StoreException($"{what} was written by a newer version of the product (schema {found}, this one knows {known}). Start the newer version.");
        }
    }

    /// <summary>For a document that is JSON and not ours.</summary>
    public static StoreException Unreadable(string what, Exception cause) => new($"{what} cannot be read.", cause);
}
