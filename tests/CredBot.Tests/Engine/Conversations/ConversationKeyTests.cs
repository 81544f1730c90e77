using CredBot.Bot.Schema;
using CredBot.Engine.Conversations;
using CredBot.Engine.Grains;

namespace CredBot.Tests.Engine.Conversations;

public sealed class ConversationKeyTests
{
    [Theory]
    [InlineData("T1", "msteams", "19:a@thread.tacv2;messageid=1", "t1|msteams|19:a@thread.tacv2;messageid=1")]
    [InlineData(null, "emulator", "c", "|emulator|c")]
    [InlineData("t|msteams", "x", "c", "t%7Cmsteams|x|c")]
    public void A_Key_Is_Tenant_Channel_And_Conversation(string? tenant, string channel, string conversation, string key)
    {
        var found = ConversationKey.Of(new Activity { ChannelId = channel, Conversation = new ConversationAccount { Id = conversation, TenantId = tenant } });

        Assert.Equal(key, found);
        Assert.Equal(tenant?.ToLowerInvariant() ?? "", ConversationKey.TenantOf(found));
    }

    [Fact]
    public void What_Travels_To_A_Grain_Prints_As_Dots() => Assert.Equal("•••", $"{new Cloaked { Json = "secret" }}");
}
