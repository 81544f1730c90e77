using CredBot.Engine.Conversations;

namespace CredBot.Tests.Engine.Conversations;

public sealed class LongTextTests
{
    [Theory]
    [InlineData("short", 10, new[] { "short" })]
    [InlineData("  ", 10, new string[0])]
    [InlineData("one two\n\nthree four", 12, new[] { "one two", "three four" })]
    [InlineData("one two\nthree four", 12, new[] { "one two", "three four" })]
    [InlineData("One two. Three four.", 12, new[] { "One two.", "Three four." })]
    [InlineData("하나 둘입니다。 셋 넷입니다。", 10, new[] { "하나 둘입니다。", "셋 넷입니다。" })]
    [InlineData("one two three four", 12, new[] { "one two", "three four" })]
    [InlineData("abcdefghij", 4, new[] { "abcd", "efgh", "ij" })]
    [InlineData("a. bcdefghijk", 8, new[] { "a. bcdef", "ghijk" })]
    [InlineData("abc😀def", 4, new[] { "abc", "😀de", "f" })]
    public void A_Text_Is_Cut_Where_A_Reader_Would_Pause(string text, int longest, string[] pieces) =>
        Assert.Equal(pieces, LongText.Split(text, longest));
}
