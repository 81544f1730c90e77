using System.Text.Json;
using CredBot.Bot.State;
using CredBot.Engine.Conversations;
using CredBot.Engine.Store;

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
    public void A_Type_Name_In_A_Document_Loads_No_Type(string json)
    {
        var document = DocumentStorage.Read<ConversationDocument>(json, "It");

        Assert.Equal(typeof(ConversationRecord), document.Record.GetType());
        Assert.Equal(3, document.Turns);
    }

    [Fact]
    public void Text_In_Any_Script_Is_Stored_As_It_Is()
    {
        var document = new ConversationDocument { Messages = [new SentMessage("비밀번호 <ü>", "1")] };

        Assert.Contains("비밀번호 <ü>", JsonSerializer.Serialize(document, EngineJson.Wire.ConversationDocument), StringComparison.Ordinal);
    }
}
