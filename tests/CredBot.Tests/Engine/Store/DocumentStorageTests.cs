using System.Text.Json;
using CredBot.Engine.Conversations;
using CredBot.Engine.Store;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Engine.Store;

public sealed class DocumentStorageTests
{
    [Fact]
    public void A_Document_Of_A_Newer_Version_Is_Refused()
    {
        var refused = Assert.Throws<StoreException>(() => DocumentStorage.Read<ConversationDocument>("""{"turns":1,"schema":2}""", "The conversation c1"));

        Assert.StartsWith("The conversation c1 was written by a newer version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Conversation_Record_Of_A_Newer_Version_Is_Refused() =>
        Assert.Throws<StoreException>(() => DocumentStorage.Read<ConversationDocument>("""{"schema":1,"record":{"schema":2}}""", "It"));

    [Fact]
    public void Members_Of_A_Later_Build_Of_The_Same_Schema_Are_Passed_Over()
    {
        var document = DocumentStorage.Read<ConversationDocument>("""{"schema":1,"later":{"a":[1]},"turns":3}""", "It");

        Assert.Equal(3, document.Turns);
    }

    [Theory]
    [InlineData("""{"$type":"System.Diagnostics.Process, System","schema":1,"turns":3}""")]
    [InlineData("""{"schema":1,"record":{"$type":"System.IO.FileInfo, System","fileName":"x"},"turns":3}""")]
    [InlineData("""{"schema":1,"record":{"dialogs":[{"id":"a","state":{"deep":[{"$type":"T"}]}}]}}""")]
    [InlineData("""{"schema":1,"record":{"properties":{"speech":{"\u0024type":"T"}}}}""")]
    [Statement(160)]
    public void A_Document_That_Names_A_Type_Is_Refused(string json)
    {
        var refused = Assert.Throws<StoreException>(() => DocumentStorage.Read<ConversationDocument>(json, "The conversation c1"));

        Assert.StartsWith("The conversation c1 names a type", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"schema":1,"outbox":[{"number":1,"kind":"Run"}]}""")]
    [InlineData("""{"schema":1,"outbox":[{"number":1,"kind":{"$values":[]}}]}""")]
    [InlineData("""{"schema":"one"}""")]
    [InlineData("""{"schema":1,"record":[]}""")]
    [InlineData("""{"schema":1""")]
    [Statement(160)]
    public void A_Document_Of_An_Unknown_Kind_Is_Refused(string json) =>
        Assert.Throws<StoreException>(() => DocumentStorage.Read<ConversationDocument>(json, "It"));

    [Fact]
    public void A_Schema_Deeper_Down_Is_Somebody_Elses() =>
        Assert.Equal(3, DocumentStorage.Read<ConversationDocument>("""{"schema":1,"record":{"properties":{"x":{"schema":9,"$schema":"s"}}},"turns":3}""", "It").Turns);

    [Fact]
    [Statement(160)]
    public void An_Operation_That_Names_A_Type_Is_Refused() => Assert.Throws<StoreException>(() =>
        DocumentStorage.Read<CredBot.Engine.Operations.OperationDocument>("""{"schema":1,"document":{"$type":"T"}}""", "It"));

    [Fact]
    public void Text_In_Any_Script_Is_Stored_As_It_Is()
    {
        var document = new ConversationDocument { Messages = [new SentMessage("비밀번호 <ü>", "1")] };

        Assert.Contains("비밀번호 <ü>", JsonSerializer.Serialize(document, EngineJson.Wire.ConversationDocument), StringComparison.Ordinal);
    }
}
