using System.Text;
using System.Text.Json;

namespace CredBot.Engine.Store;

/// <summary>Refuses documents that a newer version of the product wrote: reading them would lose what this one does not know.</summary>
internal static class DocumentSchema
{
    /// <summary>The version this build writes; older documents are read.</summary>
    public const int Current = 1;

    /// <exception cref="StoreException">The document is newer.</exception>
    public static void Check(string json, string what)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = 128 });
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("schema"u8))
            {
                reader.Read();
                Check(reader.GetInt32(), Current, what);
                return;
            }

            reader.Skip();
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
}
