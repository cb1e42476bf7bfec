"""Networks of ../Programs as their authors would write them with PyTorch, by the name of the program."""
import math

import torch
import torch.nn.functional as F
from torch import nn


class TwoLayers(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear1, self.linear2 = nn.Linear(5, 6), nn.Linear(6, 2)

    def forward(self, x):
        return self.linear2(self.linear1(x).clamp(min=0))


class Perceptron(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 3))

    def forward(self, x):
        return self.layers(x)


class Activations(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(6, 6)

    def forward(self, x):
        h = self.fc(x)
        total = F.leaky_relu(h, 0.2) + F.elu(h) + F.selu(h) + F.celu(h, 0.5) * F.gelu(h)
        total = (total - F.silu(h) / (F.softplus(h, beta=2) + 1)) * (F.softsign(F.mish(h)) + 2)
        return total + F.tanhshrink(h) - F.logsigmoid(h)


class Standardize(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(5, 5)

    def forward(self, x):
        x = self.fc(x)
        return (x - x.mean(1, keepdim=True)) / (x.std(1, keepdim=True) + 1e-3)


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 2, 5, padding=2), nn.Conv2d(2, 3, 3)
        self.fc1, self.fc2, self.fc3 = nn.Linear(27, 8), nn.Linear(8, 6), nn.Linear(6, 4)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), (2, 2))
        x = torch.flatten(F.max_pool2d(F.relu(self.conv2(x)), 2), 1)
        return self.fc3(F.relu(self.fc2(F.relu(self.fc1(x)))))


class AlexNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 4, 5, 2, 2), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Conv2d(4, 6, 3, padding=1), nn.ReLU(), nn.Conv2d(6, 4, 3, padding=1), nn.ReLU())
        self.avgpool = nn.AdaptiveAvgPool2d((2, 2))
        self.classifier = nn.Sequential(nn.Dropout(), nn.Linear(16, 8), nn.ReLU(), nn.Dropout(), nn.Linear(8, 5))

    def forward(self, x):
        return self.classifier(torch.flatten(self.avgpool(self.features(x)), 1))


class BasicBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(2, 4, 3, 2, 1, bias=False), nn.BatchNorm2d(4)
        self.conv2, self.bn2 = nn.Conv2d(4, 4, 3, 1, 1, bias=False), nn.BatchNorm2d(4)
        self.downsample = nn.Sequential(nn.Conv2d(2, 4, 1, 2, bias=False), nn.BatchNorm2d(4))

    def forward(self, x):
        out = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(out + self.downsample(x))


class Bottleneck(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, 4, 1, bias=False), nn.BatchNorm2d(4)
        self.conv2, self.bn2 = nn.Conv2d(4, 4, 3, 2, 1, groups=2, bias=False), nn.BatchNorm2d(4)
        self.conv3, self.bn3 = nn.Conv2d(4, 8, 1, bias=False), nn.BatchNorm2d(8)
        self.shortcut = nn.Conv2d(3, 8, 1, 2)

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = self.bn3(self.conv3(F.relu(self.bn2(self.conv2(y)))))
        return F.relu(y + self.shortcut(x))


class BasicConv2d(nn.Module):
    def __init__(self, i, o, k, padding=0):
        super().__init__()
        self.conv, self.bn = nn.Conv2d(i, o, k, padding=padding, bias=False), nn.BatchNorm2d(o, eps=0.001)

    def forward(self, x):
        return F.relu(self.bn(self.conv(x)))


class Inception(nn.Module):
    def __init__(self):
        super().__init__()
        self.branch1 = BasicConv2d(3, 2, 1)
        self.branch2 = nn.Sequential(BasicConv2d(3, 2, 1), BasicConv2d(2, 3, 3, 1))
        self.branch3 = nn.Sequential(BasicConv2d(3, 1, 1), BasicConv2d(1, 2, 5, 2))
        self.branch4 = nn.Sequential(nn.MaxPool2d(3, 1, 1), BasicConv2d(3, 2, 1))

    def forward(self, x):
        return torch.cat([self.branch1(x), self.branch2(x), self.branch3(x), self.branch4(x)], 1)


class DenseLayer(nn.Module):
    def __init__(self, features, growth):
        super().__init__()
        self.norm1, self.conv1 = nn.BatchNorm2d(features), nn.Conv2d(features, 2 * growth, 1, bias=False)
        self.norm2, self.conv2 = nn.BatchNorm2d(2 * growth), nn.Conv2d(2 * growth, growth, 3, padding=1, bias=False)

    def forward(self, x):
        return self.conv2(F.relu(self.norm2(self.conv1(F.relu(self.norm1(x))))))


class DenseBlock(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer1, self.layer2, self.layer3 = DenseLayer(3, 2), DenseLayer(5, 2), DenseLayer(7, 2)
        self.transition = nn.AvgPool2d(2)

    def forward(self, x):
        for layer in (self.layer1, self.layer2, self.layer3):
            x = torch.cat([x, layer(x)], 1)
        return self.transition(x)


class Fire(nn.Module):
    def __init__(self):
        super().__init__()
        self.squeeze = nn.Conv2d(3, 2, 1)
        self.expand1x1, self.expand3x3 = nn.Conv2d(2, 3, 1), nn.Conv2d(2, 2, 3, padding=1)

    def forward(self, x):
        x = F.relu(self.squeeze(x))
        return torch.cat([F.relu(self.expand1x1(x)), F.relu(self.expand3x3(x))], 1)


class SqueezeExcitation(nn.Module):
    def __init__(self, channels, squeezed):
        super().__init__()
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc1, self.fc2 = nn.Conv2d(channels, squeezed, 1), nn.Conv2d(squeezed, channels, 1)

    def forward(self, x):
        return F.hardsigmoid(self.fc2(F.relu(self.fc1(self.avgpool(x))))) * x


class InvertedResidual(nn.Module):
    def __init__(self):
        super().__init__()
        self.expand, self.bn1 = nn.Conv2d(3, 6, 1, bias=False), nn.BatchNorm2d(6)
        self.depthwise, self.bn2 = nn.Conv2d(6, 6, 3, 1, 1, groups=6, bias=False), nn.BatchNorm2d(6)
        self.se = SqueezeExcitation(6, 2)
        self.project, self.bn3 = nn.Conv2d(6, 3, 1, bias=False), nn.BatchNorm2d(3)

    def forward(self, x):
        y = F.hardswish(self.bn1(self.expand(x)))
        y = F.hardswish(self.bn2(self.depthwise(y)))
        return x + self.bn3(self.project(self.se(y)))


class ShuffleUnit(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(4, 4, 1, groups=2)
        self.conv2 = nn.Conv2d(4, 4, 3, padding=1, groups=4)
        self.conv3 = nn.Conv2d(4, 4, 1, groups=2)

    def forward(self, x):
        n, c, h, w = x.shape
        y = F.relu(self.conv1(x)).view(n, 2, c // 2, h, w).transpose(1, 2).reshape(n, c, h, w)
        return F.relu(x + self.conv3(self.conv2(y)))


class ConvNeXtBlock(nn.Module):
    def __init__(self, dim=3):
        super().__init__()
        self.gamma = nn.Parameter(torch.full((dim,), 0.1))
        self.dwconv = nn.Conv2d(dim, dim, 3, padding=1, groups=dim)
        self.norm = nn.LayerNorm(dim, eps=1e-6)
        self.pwconv1, self.act, self.pwconv2 = nn.Linear(dim, 4 * dim), nn.GELU(), nn.Linear(4 * dim, dim)

    def forward(self, x):
        y = self.norm(self.dwconv(x).permute(0, 2, 3, 1))
        y = self.gamma * self.pwconv2(self.act(self.pwconv1(y)))
        return x + y.permute(0, 3, 1, 2)


class DoubleConv(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.double_conv = nn.Sequential(
            nn.Conv2d(i, o, 3, padding=1, bias=False), nn.BatchNorm2d(o), nn.ReLU(), nn.Conv2d(o, o, 3, padding=1), nn.ReLU())

    def forward(self, x):
        return self.double_conv(x)


class Up(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.up, self.conv = nn.ConvTranspose2d(i, i // 2, 2, stride=2), DoubleConv(i, o)

    def forward(self, x1, x2):
        return self.conv(torch.cat([x2, self.up(x1)], 1))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.inc, self.pool = DoubleConv(1, 2), nn.MaxPool2d(2)
        self.down1, self.down2 = DoubleConv(2, 4), DoubleConv(4, 8)
        self.up1, self.up2, self.outc = Up(8, 4), Up(4, 2), nn.Conv2d(2, 2, 1)

    def forward(self, x):
        x1 = self.inc(x)
        x2 = self.down1(self.pool(x1))
        x3 = self.down2(self.pool(x2))
        return self.outc(self.up2(self.up1(x3, x2), x1))


class MlpBlock(nn.Module):
    def __init__(self, features, hidden):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(features, hidden), nn.Linear(hidden, features)

    def forward(self, x):
        return self.fc2(F.gelu(self.fc1(x)))


class MixerBlock(nn.Module):
    def __init__(self, tokens, channels):
        super().__init__()
        self.norm1, self.token_mixing = nn.LayerNorm(channels), MlpBlock(tokens, 2 * tokens)
        self.norm2, self.channel_mixing = nn.LayerNorm(channels), MlpBlock(channels, 2 * channels)

    def forward(self, x):
        x = x + self.token_mixing(self.norm1(x).transpose(1, 2)).transpose(1, 2)
        return x + self.channel_mixing(self.norm2(x))


class MlpMixer(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(1, 4, 2, 2)
        self.blocks = nn.ModuleList([MixerBlock(4, 4) for _ in range(2)])
        self.norm, self.head = nn.LayerNorm(4), nn.Linear(4, 3)

    def forward(self, x):
        x = self.stem(x).flatten(2).transpose(1, 2)
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x).mean(1))


class PatchEmbed(nn.Module):
    def __init__(self):
        super().__init__()
        self.proj = nn.Conv2d(1, 4, 2, 2)

    def forward(self, x):
        return self.proj(x).flatten(2).transpose(1, 2)


class VitAttention(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.heads = heads
        self.qkv, self.proj = nn.Linear(dim, dim * 3), nn.Linear(dim, dim)

    def forward(self, x):
        b, n, c = x.shape
        q, k, v = self.qkv(x).reshape(b, n, 3, self.heads, c // self.heads).permute(2, 0, 3, 1, 4)
        attn = (q @ k.transpose(-2, -1) * (c // self.heads) ** -0.5).softmax(-1)
        return self.proj((attn @ v).transpose(1, 2).reshape(b, n, c))


class EncoderBlock(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.norm1, self.attn = nn.LayerNorm(dim), VitAttention(dim, heads)
        self.norm2, self.mlp = nn.LayerNorm(dim), nn.Sequential(nn.Linear(dim, 2 * dim), nn.GELU(), nn.Linear(2 * dim, dim))

    def forward(self, x):
        x = x + self.attn(self.norm1(x))
        return x + self.mlp(self.norm2(x))


class VisionTransformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.cls_token, self.pos_embed = nn.Parameter(torch.randn(1, 1, 4) * 0.02), nn.Parameter(torch.randn(1, 5, 4) * 0.02)
        self.patch_embed = PatchEmbed()
        self.blocks = nn.ModuleList([EncoderBlock(4, 2), EncoderBlock(4, 2)])
        self.norm, self.head = nn.LayerNorm(4), nn.Linear(4, 3)

    def forward(self, x):
        x = self.patch_embed(x)
        x = torch.cat([self.cls_token.expand(x.shape[0], -1, -1), x], 1) + self.pos_embed
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x)[:, 0])


class WindowAttention(nn.Module):
    def __init__(self, dim=3, window=2):
        super().__init__()
        self.window = window
        self.relative_position_bias = nn.Parameter(torch.randn(window ** 2, window ** 2) * 0.1)
        self.norm = nn.LayerNorm(dim)
        self.q, self.k, self.v = nn.Linear(dim, dim), nn.Linear(dim, dim), nn.Linear(dim, dim)

    def forward(self, x):
        b, h, w, c = x.shape
        s = self.window
        windows = self.norm(x).view(b, h // s, s, w // s, s, c).permute(0, 1, 3, 2, 4, 5).reshape(-1, s * s, c)
        scores = self.q(windows) @ self.k(windows).transpose(1, 2) / math.sqrt(c)
        y = (scores + self.relative_position_bias).softmax(-1) @ self.v(windows)
        return x + y.view(b, h // s, w // s, s, s, -1).permute(0, 1, 3, 2, 4, 5).reshape(b, h, w, -1)


class PointNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2, self.bn1, self.fc = nn.Conv1d(3, 4, 1), nn.Conv1d(4, 6, 1), nn.BatchNorm1d(4), nn.Linear(6, 2)

    def forward(self, x):
        return self.fc(self.conv2(F.relu(self.bn1(self.conv1(x)))).amax(2))


class Dcgan(nn.Module):
    def __init__(self):
        super().__init__()
        self.generator, self.discriminator = nn.Module(), nn.Module()
        self.generator.main = nn.Sequential(
            nn.ConvTranspose2d(3, 4, 2, 1, 0, bias=False), nn.BatchNorm2d(4), nn.ReLU(), nn.ConvTranspose2d(4, 1, 4, 2, 1, bias=False), nn.Tanh())
        self.discriminator.main = nn.Sequential(
            nn.Conv2d(1, 2, 4, 2, 1, bias=False), nn.LeakyReLU(0.2), nn.Conv2d(2, 1, 2, 1, 0, bias=False), nn.Sigmoid())

    def forward(self, z):
        return self.discriminator.main(self.generator.main(z)).view(-1)


class Vae(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc21, self.fc22 = nn.Linear(6, 5), nn.Linear(5, 2), nn.Linear(5, 2)
        self.fc3, self.fc4 = nn.Linear(2, 5), nn.Linear(5, 6)

    def forward(self, x, noise):
        h = F.relu(self.fc1(x))
        mu, logvar = self.fc21(h), self.fc22(h)
        z = mu + noise * torch.exp(0.5 * logvar)
        return torch.sigmoid(self.fc4(F.relu(self.fc3(z)))), mu, logvar


class Coupling(nn.Module):
    def __init__(self, half=2):
        super().__init__()
        self.scale = nn.Sequential(nn.Linear(half, 5), nn.Tanh(), nn.Linear(5, half), nn.Tanh())
        self.shift = nn.Sequential(nn.Linear(half, 5), nn.ReLU(), nn.Linear(5, half))

    def forward(self, x):
        x1, x2 = x.chunk(2, 1)
        s = self.scale(x1)
        return torch.cat([x1, x2 * s.exp() + self.shift(x1)], 1), s.sum(1)


class CharLstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder, self.rnn, self.decoder = nn.Embedding(7, 4), nn.LSTM(4, 3, batch_first=True), nn.Linear(3, 7)

    def forward(self, tokens):
        output, state = self.rnn(self.encoder(tokens))
        return self.decoder(output), state


class Sentiment(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(9, 4, padding_idx=0)
        self.gru = nn.GRU(4, 3, 2, batch_first=True, bidirectional=True)
        self.dropout, self.fc = nn.Dropout(0.3), nn.Linear(6, 1)

    def forward(self, text):
        output, hidden = self.gru(self.dropout(self.embedding(text)))
        return self.fc(self.dropout(torch.cat([hidden[-2], hidden[-1]], 1))) + output.mean()


class BahdanauAttention(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.wa, self.ua, self.va = nn.Linear(hidden, hidden), nn.Linear(hidden, hidden), nn.Linear(hidden, 1)

    def forward(self, query, keys):
        scores = self.va(torch.tanh(self.wa(query).unsqueeze(1) + self.ua(keys))).squeeze(2).unsqueeze(1)
        weights = F.softmax(scores, -1)
        return (weights @ keys).squeeze(1), weights


class AttentionDecoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding, self.attention = nn.Embedding(6, 3), BahdanauAttention(4)
        self.gru, self.output = nn.GRUCell(7, 4), nn.Linear(4, 6)

    def forward(self, token, hidden, encoded):
        context, weights = self.attention(hidden, encoded)
        hidden = self.gru(torch.cat([self.embedding(token), context], 1), hidden)
        return self.output(hidden), hidden, weights


class TemporalBlock(nn.Module):
    def __init__(self, i, o, kernel, dilation):
        super().__init__()
        self.chomp = (kernel - 1) * dilation
        self.conv1 = nn.Conv1d(i, o, kernel, padding=self.chomp, dilation=dilation)
        self.conv2 = nn.Conv1d(o, o, kernel, padding=self.chomp, dilation=dilation)
        self.downsample = nn.Conv1d(i, o, 1) if i != o else None

    def forward(self, x):
        y = F.relu(self.conv1(x)[:, :, :-self.chomp])
        y = F.relu(self.conv2(y)[:, :, :-self.chomp])
        return F.relu(y + (x if self.downsample is None else self.downsample(x)))


class TemporalConvNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = TemporalBlock(2, 3, 2, 1), TemporalBlock(3, 3, 2, 2)

    def forward(self, x):
        return self.second(self.first(x))


class WaveNetLayer(nn.Module):
    def __init__(self, channels, dilation):
        super().__init__()
        self.filter, self.gate = nn.Conv1d(channels, channels, 2, dilation=dilation), nn.Conv1d(channels, channels, 2, dilation=dilation)
        self.residual, self.skip = nn.Conv1d(channels, channels, 1), nn.Conv1d(channels, channels, 1)

    def forward(self, x):
        h = torch.tanh(self.filter(x)) * torch.sigmoid(self.gate(x))
        return self.residual(h) + x[:, :, -h.shape[2]:], self.skip(h)[:, :, -1]


class WaveNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.input, self.output = nn.Conv1d(1, 3, 1), nn.Linear(3, 2)
        self.layers = nn.ModuleList([WaveNetLayer(3, 1 << i) for i in range(3)])

    def forward(self, x):
        x, skips = self.input(x), 0
        for layer in self.layers:
            x, skip = layer(x)
            skips = skips + skip
        return self.output(F.relu(skips))


class CausalSelfAttention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.c_attn, self.c_proj = nn.Linear(width, 3 * width), nn.Linear(width, width)

    def forward(self, x):
        b, t, c = x.shape
        q, k, v = (part.view(b, t, self.heads, c // self.heads).transpose(1, 2) for part in self.c_attn(x).split(c, 2))
        scores = q @ k.transpose(-2, -1) / math.sqrt(c // self.heads)
        scores = scores.masked_fill(torch.ones(t, t).tril() == 0, float("-inf"))
        return self.c_proj((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, c))


class GptMlp(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.c_fc, self.c_proj = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        return self.c_proj(F.gelu(self.c_fc(x), approximate="tanh"))


class GptBlock(nn.Module):
    def __init__(self, width=4, heads=2):
        super().__init__()
        self.ln1, self.attn = nn.LayerNorm(width), CausalSelfAttention(width, heads)
        self.ln2, self.mlp = nn.LayerNorm(width), GptMlp(width)

    def forward(self, x):
        x = x + self.attn(self.ln1(x))
        return x + self.mlp(self.ln2(x))


class RmsNorm(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, x):
        return x / torch.sqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6) * self.weight


class SwiGlu(nn.Module):
    def __init__(self, dim, hidden):
        super().__init__()
        self.w1, self.w2, self.w3 = nn.Linear(dim, hidden, bias=False), nn.Linear(hidden, dim, bias=False), nn.Linear(dim, hidden, bias=False)

    def forward(self, x):
        return self.w2(F.silu(self.w1(x)) * self.w3(x))


class LlamaBlock(nn.Module):
    def __init__(self, dim=4, length=3):
        super().__init__()
        self.attention_norm = RmsNorm(dim)
        self.wq, self.wk, self.wv, self.wo = (nn.Linear(dim, dim, bias=False) for _ in range(4))
        self.ffn_norm, self.feed_forward = RmsNorm(dim), SwiGlu(dim, 6)
        angles = torch.arange(length)[:, None] / 100 ** (2 * (torch.arange(dim) % (dim // 2)) / dim)
        self.register_buffer("cos", angles.cos(), persistent=False)
        self.register_buffer("sin", angles.sin(), persistent=False)

    def rotate(self, x):
        half = x.shape[-1] // 2
        return x * self.cos + torch.cat([-x[..., half:], x[..., :half]], -1) * self.sin

    def forward(self, x):
        h = self.attention_norm(x)
        q, k, v = self.rotate(self.wq(h)), self.rotate(self.wk(h)), self.wv(h)
        scores = q @ k.transpose(-2, -1) / math.sqrt(x.shape[-1])
        scores = scores.masked_fill(torch.ones(x.shape[1], x.shape[1]).tril() == 0, float("-inf"))
        x = x + self.wo(scores.softmax(-1) @ v)
        return x + self.feed_forward(self.ffn_norm(x))


class BertEmbeddings(nn.Module):
    def __init__(self):
        super().__init__()
        self.word_embeddings = nn.Embedding(8, 4, padding_idx=0)
        self.position_embeddings, self.token_type_embeddings = nn.Embedding(5, 4), nn.Embedding(2, 4)
        self.LayerNorm = nn.LayerNorm(4, eps=1e-12)

    def forward(self, ids, types, positions):
        return self.LayerNorm(self.word_embeddings(ids) + self.token_type_embeddings(types) + self.position_embeddings(positions))


class BertClassifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.embeddings, self.dense, self.classifier = BertEmbeddings(), nn.Linear(4, 4), nn.Linear(4, 2)

    def forward(self, ids, types, positions):
        return self.classifier(torch.tanh(self.dense(self.embeddings(ids, types, positions)[:, 0])))


class GraphConvolution(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.randn(i, o)), nn.Parameter(torch.zeros(o))

    def forward(self, x, adj):
        return adj @ (x @ self.weight) + self.bias


class Gcn(nn.Module):
    def __init__(self):
        super().__init__()
        self.gc1, self.gc2, self.drop = GraphConvolution(3, 4), GraphConvolution(4, 2), nn.Dropout(0.3)

    def forward(self, x, adj):
        return F.log_softmax(self.gc2(self.drop(F.relu(self.gc1(x, adj))), adj), 1)


class DuelingDqn(nn.Module):
    def __init__(self):
        super().__init__()
        self.feature, self.advantage, self.value = nn.Linear(4, 6), nn.Linear(6, 3), nn.Linear(6, 1)

    def forward(self, x):
        x = F.relu(self.feature(x))
        a = self.advantage(x)
        return self.value(x) + a - a.mean(1, keepdim=True)


class ActorCritic(nn.Module):
    def __init__(self):
        super().__init__()
        self.trunk = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 8), nn.Tanh())
        self.policy, self.value = nn.Linear(8, 4), nn.Linear(8, 1)

    def forward(self, x):
        x = self.trunk(x)
        return F.log_softmax(self.policy(x), -1), self.value(x).squeeze(-1)


class MaskedCoupling(nn.Module):
    def __init__(self, odd):
        super().__init__()
        self.scale = nn.Sequential(nn.Linear(4, 6), nn.LeakyReLU(), nn.Linear(6, 4), nn.Tanh())
        self.shift = nn.Sequential(nn.Linear(4, 6), nn.LeakyReLU(), nn.Linear(6, 4))
        mask = torch.arange(4.0) % 2
        self.register_buffer("mask", 1 - mask if odd else mask)

    def forward(self, x):
        kept = x * self.mask
        s, t = self.scale(kept) * (1 - self.mask), self.shift(kept) * (1 - self.mask)
        return kept + (1 - self.mask) * (x * s.exp() + t), s.sum(1)


class RealNvp(nn.Module):
    def __init__(self):
        super().__init__()
        self.couplings = nn.ModuleList(MaskedCoupling(i % 2 == 1) for i in range(3))

    def forward(self, x):
        total = 0
        for coupling in self.couplings:
            x, change = coupling(x)
            total = total + change
        return -0.5 * (x * x).sum(1) - 2 * math.log(2 * math.pi) + total


class MixtureDensity(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden, self.pi, self.sigma, self.mu = nn.Linear(3, 8), nn.Linear(8, 3), nn.Linear(8, 6), nn.Linear(8, 6)

    def forward(self, x, y):
        h = torch.tanh(self.hidden(x))
        deviations = F.softplus(self.sigma(h)).view(-1, 3, 2) + 1e-3
        z = (y.unsqueeze(1) - self.mu(h).view(-1, 3, 2)) / deviations
        density = (-0.5 * z * z - deviations.log()).sum(2) - math.log(2 * math.pi)
        return -torch.logsumexp(F.log_softmax(self.pi(h), 1) + density, 1).mean()


class TimeEmbedding(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(4, 8), nn.Linear(8, 8)
        self.register_buffer("frequencies", (torch.arange(2.0) * (-math.log(10000) / 2)).exp(), persistent=False)

    def forward(self, t):
        angles = t.unsqueeze(1) * self.frequencies
        return self.fc2(F.silu(self.fc1(torch.cat([angles.sin(), angles.cos()], 1))))


class ResidualBlock(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.norm1, self.conv1, self.time = nn.GroupNorm(1, i), nn.Conv2d(i, o, 3, padding=1), nn.Linear(8, o)
        self.norm2, self.conv2 = nn.GroupNorm(2, o), nn.Conv2d(o, o, 3, padding=1)
        if i != o:
            self.shortcut = nn.Conv2d(i, o, 1)

    def forward(self, x, t):
        h = self.conv1(F.silu(self.norm1(x))) + self.time(F.silu(t))[..., None, None]
        h = self.conv2(F.silu(self.norm2(h)))
        return h + (self.shortcut(x) if hasattr(self, "shortcut") else x)


class DiffusionUNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed, self.stem = TimeEmbedding(), nn.Conv2d(1, 4, 3, padding=1)
        self.down = nn.ModuleList([ResidualBlock(4, 8), ResidualBlock(8, 16)])
        self.middle = ResidualBlock(16, 16)
        self.up = nn.ModuleList([ResidualBlock(32, 8), ResidualBlock(16, 4)])
        self.norm, self.head = nn.GroupNorm(1, 4), nn.Conv2d(4, 1, 3, padding=1)

    def forward(self, x, t):
        t, x, skips = self.embed(t), self.stem(x), []
        for block in self.down:
            x = block(x, t)
            skips.append(x)
            x = F.avg_pool2d(x, 2)
        x = self.middle(x, t)
        for block in self.up:
            x = block(torch.cat([F.interpolate(x, scale_factor=2), skips.pop()], 1), t)
        return self.head(F.silu(self.norm(x)))


class MaskedConv2d(nn.Module):
    def __init__(self, i, o, center):
        super().__init__()
        self.conv = nn.Conv2d(i, o, 3, padding=1)
        mask = torch.zeros(9)
        mask[:4 + center] = 1
        self.register_buffer("mask", mask.view(1, 1, 3, 3))

    def forward(self, x):
        return F.conv2d(x, self.conv.weight * self.mask, self.conv.bias, padding=1)


class PixelCnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = MaskedConv2d(1, 4, 0)
        self.blocks = nn.ModuleList(MaskedConv2d(4, 4, 1) for _ in range(2))
        self.head = nn.Conv2d(4, 2, 1)

    def forward(self, x):
        x = F.relu(self.first(x))
        for block in self.blocks:
            x = x + F.relu(block(x))
        return self.head(x)


class Crnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.cnn = nn.Sequential(
            nn.Conv2d(1, 3, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(3, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d((2, 1)))
        self.rnn, self.fc = nn.LSTM(4, 3, batch_first=True, bidirectional=True), nn.Linear(6, 5)

    def forward(self, x):
        output, _ = self.rnn(self.cnn(x).mean(2).permute(0, 2, 1))
        return F.log_softmax(self.fc(output), 2).permute(1, 0, 2)


class Aspp(nn.Module):
    def __init__(self):
        super().__init__()
        self.branches = nn.ModuleList([nn.Sequential(nn.Conv2d(2, 3, 1, bias=False), nn.ReLU())] + [
            nn.Sequential(nn.Conv2d(2, 3, 3, padding=rate, dilation=rate, bias=False), nn.ReLU()) for rate in (1, 2)])
        self.pooled = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(2, 3, 1, bias=False), nn.ReLU())
        self.project = nn.Conv2d(12, 3, 1)

    def forward(self, x):
        whole = self.pooled(x).expand(-1, -1, *x.shape[2:])
        return self.project(torch.cat([branch(x) for branch in self.branches] + [whole], 1))


class CrossAttention(nn.Module):
    def __init__(self, query, context, heads, size):
        super().__init__()
        self.heads, self.norm, self.to_q = heads, nn.LayerNorm(query), nn.Linear(query, heads * size, bias=False)
        self.to_kv, self.to_out = nn.Linear(context, 2 * heads * size, bias=False), nn.Linear(heads * size, query)

    def forward(self, x, context):
        k, v = self.to_kv(context).chunk(2, -1)
        q, k, v = (part.view(*part.shape[:-1], self.heads, -1).transpose(1, 2) for part in (self.to_q(self.norm(x)), k, v))
        y = torch.softmax(q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1]), -1) @ v
        return x + self.to_out(y.transpose(1, 2).flatten(2))


class GatedForward(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.norm, self.up, self.down = nn.LayerNorm(dim), nn.Linear(dim, 4 * dim), nn.Linear(2 * dim, dim)

    def forward(self, x):
        value, gate = self.up(self.norm(x)).chunk(2, -1)
        return x + self.down(value * F.gelu(gate))


class Perceiver(nn.Module):
    def __init__(self):
        super().__init__()
        self.latent, self.read, self.read_forward = nn.Parameter(torch.randn(3, 4) * 0.5), CrossAttention(4, 5, 1, 4), GatedForward(4)
        self.attentions = nn.ModuleList(CrossAttention(4, 4, 2, 3) for _ in range(2))
        self.forwards = nn.ModuleList(GatedForward(4) for _ in range(2))
        self.head = nn.Linear(4, 3)

    def forward(self, data):
        x = self.read_forward(self.read(self.latent.unsqueeze(0).expand(data.shape[0], -1, -1), data))
        for attention, forward in zip(self.attentions, self.forwards):
            x = forward(attention(x, x))
        return self.head(x.mean(1))


class LoraLinear(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 4).requires_grad_(False)
        self.lora_a, self.lora_b = nn.Parameter(torch.randn(2, 4) / math.sqrt(2)), nn.Parameter(torch.full((4, 2), 0.1))

    def forward(self, x):
        return self.linear(x) + 1.5 * F.linear(F.linear(x, self.lora_a), self.lora_b)


class Adapted(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.value = LoraLinear(), LoraLinear()

    def forward(self, x):
        return torch.softmax(self.query(x) @ x.transpose(1, 2) / math.sqrt(x.shape[-1]), -1) @ self.value(x)


class ImageEncoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.projection = nn.Conv2d(1, 3, 3, 2, 1), nn.Linear(3, 4, bias=False)

    def forward(self, x):
        return self.projection(F.relu(self.conv(x)).mean((2, 3)))


class TextEncoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens, self.projection = nn.Embedding(9, 5), nn.Linear(5, 4, bias=False)

    def forward(self, text):
        return self.projection(F.gelu(self.tokens(text)).mean(1))


class Clip(nn.Module):
    def __init__(self):
        super().__init__()
        self.logit_scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))
        self.visual, self.text = ImageEncoder(), TextEncoder()

    def forward(self, images, texts):
        image, words = F.normalize(self.visual(images), dim=-1), F.normalize(self.text(texts), dim=-1)
        logits, labels = self.logit_scale.exp() * image @ words.T, torch.arange(len(images))
        return (F.cross_entropy(logits, labels) + F.cross_entropy(logits.T, labels)) / 2


class SelectiveScan(nn.Module):
    def __init__(self):
        super().__init__()
        self.log_a, self.project, self.skip = nn.Parameter(torch.rand(3, 2)), nn.Linear(3, 7), nn.Parameter(torch.ones(3))

    def forward(self, x):
        delta, b, c = self.project(x).split([3, 2, 2], -1)
        delta, decay, outputs = F.softplus(delta), -self.log_a.exp(), []
        h = x.new_zeros(x.shape[0], 3, 2)
        for t in range(x.shape[1]):
            step = delta[:, t].unsqueeze(-1)
            h = (step * decay).exp() * h + step * x[:, t].unsqueeze(-1) * b[:, t].unsqueeze(1)
            outputs.append((h * c[:, t].unsqueeze(1)).sum(-1))
        return torch.stack(outputs, 1) + x * self.skip


class Picked(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 5)

    def forward(self, x, rows, labels):
        logp = F.log_softmax(self.fc(x), 1)
        return -logp[rows, labels] + logp[rows.unsqueeze(1), labels].mean(1)


class MambaBlock(nn.Module):
    def __init__(self, width=4, inner=6, states=3, rank=2):
        super().__init__()
        self.states, self.rank = states, rank
        self.in_projection = nn.Linear(width, 2 * inner, bias=False)
        self.conv = nn.Conv1d(inner, inner, 3, padding=2, groups=inner)
        self.selection = nn.Linear(inner, rank + 2 * states, bias=False)
        self.steps = nn.Linear(rank, inner)
        self.log_a = nn.Parameter(torch.arange(1, states + 1).float().log().repeat(inner, 1))
        self.d = nn.Parameter(torch.ones(inner))
        self.out_projection = nn.Linear(inner, width, bias=False)

    def forward(self, x):
        u, gate = self.in_projection(x).chunk(2, -1)
        u = F.silu(self.conv(u.transpose(1, 2))[..., :x.shape[1]].transpose(1, 2))
        return self.out_projection(self.scan(u) * F.silu(gate))

    def scan(self, u):
        a = -self.log_a.exp()
        p = self.selection(u)
        delta, b, c = F.softplus(self.steps(p[..., :self.rank])), p[..., self.rank:self.rank + self.states], p[..., self.rank + self.states:]
        state, outputs = u.new_zeros(u.shape[0], u.shape[2], self.states), []
        for t in range(u.shape[1]):
            dt = delta[:, t].unsqueeze(-1)
            state = (dt * a).exp() * state + dt * b[:, t].unsqueeze(1) * u[:, t].unsqueeze(-1)
            outputs.append((state * c[:, t].unsqueeze(1)).sum(-1))
        return torch.stack(outputs, 1) + u * self.d


class TimeMix(nn.Module):
    def __init__(self, width=4):
        super().__init__()
        self.decay = nn.Parameter(torch.linspace(-1, 0.5, width))
        self.bonus = nn.Parameter(torch.full((width,), 0.3))
        self.mix_k = nn.Parameter(torch.full((width,), 0.5))
        self.mix_v = nn.Parameter(torch.full((width,), 0.4))
        self.mix_r = nn.Parameter(torch.full((width,), 0.6))
        self.key = nn.Linear(width, width, bias=False)
        self.value = nn.Linear(width, width, bias=False)
        self.receptance = nn.Linear(width, width, bias=False)
        self.output = nn.Linear(width, width, bias=False)

    def forward(self, x):
        last = F.pad(x, (0, 0, 1, -1))
        mix = lambda weight: x * weight + last * (1 - weight)
        k, v, r = self.key(mix(self.mix_k)), self.value(mix(self.mix_v)), self.receptance(mix(self.mix_r)).sigmoid()
        w = -self.decay.exp()
        numerator, denominator, rows = torch.zeros_like(k[:, 0]), torch.zeros_like(k[:, 0]), []
        for t in range(k.shape[1]):
            e = (self.bonus + k[:, t]).exp()
            rows.append((numerator + e * v[:, t]) / (denominator + e))
            numerator = w.exp() * numerator + k[:, t].exp() * v[:, t]
            denominator = w.exp() * denominator + k[:, t].exp()
        return self.output(r * torch.stack(rows, 1))


class Retention(nn.Module):
    def __init__(self, width=6, heads=2):
        super().__init__()
        self.heads = heads
        self.q = nn.Linear(width, width, bias=False)
        self.k = nn.Linear(width, width, bias=False)
        self.v = nn.Linear(width, width, bias=False)
        self.gate = nn.Linear(width, width, bias=False)
        self.output = nn.Linear(width, width, bias=False)
        self.norm = nn.GroupNorm(heads, width)
        self.register_buffer("decay", (1 - torch.linspace(-5, -3, heads).exp()).log())

    def forward(self, x):
        n, t, width = x.shape
        split = lambda layer: layer(x).view(n, t, self.heads, -1).transpose(1, 2)
        queries, keys, values = split(self.q), split(self.k) * (width // self.heads) ** -0.5, split(self.v)
        position = torch.arange(t).to(x.dtype)
        distance = position.unsqueeze(1) - position.unsqueeze(0)
        mask = (distance.clamp(min=0) * self.decay.view(-1, 1, 1)).exp().masked_fill(distance < 0, 0)
        retained = (queries @ keys.transpose(-2, -1) * mask) @ values
        y = self.norm(retained.transpose(1, 2).reshape(n * t, width)).view(n, t, width)
        return self.output(F.silu(self.gate(x)) * y)


class Cgru(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.update = nn.Conv2d(channels, channels, 3, padding=1)
        self.reset = nn.Conv2d(channels, channels, 3, padding=1)
        self.candidate = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, state):
        u, r = (F.hardtanh(1.2 * torch.sigmoid(gate(state)) - 0.1, 0, 1) for gate in (self.update, self.reset))
        return u * state + (1 - u) * torch.tanh(self.candidate(r * state))


class NeuralGpu(nn.Module):
    def __init__(self, symbols=4, channels=3, height=2):
        super().__init__()
        self.height = height
        self.embedding = nn.Embedding(symbols, channels)
        self.first = Cgru(channels)
        self.second = Cgru(channels)
        self.output = nn.Linear(channels, symbols)

    def forward(self, x):
        start = self.embedding(x).transpose(1, 2).unsqueeze(2)
        state = torch.cat([start, start.new_zeros(x.shape[0], start.shape[1], self.height - 1, x.shape[1])], 2)
        for _ in range(x.shape[1]):
            state = self.second(self.first(state))
        return self.output(state[:, :, 0].transpose(1, 2))


class BarlowTwins(nn.Module):
    def __init__(self, features=4):
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(5, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, features, bias=False))
        self.normalize = nn.BatchNorm1d(features, affine=False)
        self.register_buffer("diagonal", torch.eye(features))

    def forward(self, first, second):
        c = self.normalize(self.encoder(first)).T @ self.normalize(self.encoder(second)) / first.shape[0]
        return ((c - 1) * self.diagonal).square().sum() + 0.005 * (c * (1 - self.diagonal)).square().sum()


class KanLayer(nn.Module):
    def __init__(self, inputs, outputs, grid=4, order=2):
        super().__init__()
        self.order = order
        self.splines = nn.Parameter(0.1 * torch.randn(outputs, inputs, grid + order))
        self.base_weight = nn.Parameter(0.3 * torch.randn(outputs, inputs))
        self.register_buffer("knots", torch.linspace(-1 - 2 * order / grid, 1 + 2 * order / grid, grid + 2 * order + 1))

    def forward(self, x):
        points, knots = x.unsqueeze(-1), self.knots
        bases = ((points >= knots[:-1]) & (points < knots[1:])).to(x.dtype)
        for k in range(1, self.order + 1):
            left = (points - knots[:-(k + 1)]) / (knots[k:-1] - knots[:-(k + 1)])
            right = (knots[k + 1:] - points) / (knots[k + 1:] - knots[1:-k])
            bases = left * bases[..., :-1] + right * bases[..., 1:]
        return F.linear(F.silu(x), self.base_weight) + F.linear(bases.flatten(1), self.splines.flatten(1))


class Kan(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = KanLayer(2, 3)
        self.second = KanLayer(3, 1)

    def forward(self, x):
        return self.second(self.first(x.clamp(-0.9, 0.9)))


class Bottle2neck(nn.Module):
    def __init__(self, channels=4, width=2, scale=4):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(channels, width * scale, 1, bias=False), nn.BatchNorm2d(width * scale)
        self.convs = nn.ModuleList([nn.Conv2d(width, width, 3, padding=1, bias=False) for _ in range(scale - 1)])
        self.bns = nn.ModuleList([nn.BatchNorm2d(width) for _ in range(scale - 1)])
        self.conv3, self.bn3 = nn.Conv2d(width * scale, channels, 1, bias=False), nn.BatchNorm2d(channels)
        self.width = width

    def forward(self, x):
        split = torch.split(F.relu(self.bn1(self.conv1(x))), self.width, 1)
        for i, (conv, bn) in enumerate(zip(self.convs, self.bns)):
            part = F.relu(bn(conv(split[i] if i == 0 else part + split[i])))
            result = part if i == 0 else torch.cat((result, part), 1)
        result = torch.cat((result, split[-1]), 1)
        return F.relu(self.bn3(self.conv3(result)) + x)


class Detect(nn.Module):
    def __init__(self, classes=2, channels=(4, 6)):
        super().__init__()
        self.outputs = classes + 5
        self.m = nn.ModuleList([nn.Conv2d(c, self.outputs * 2, 1) for c in channels])
        self.register_buffer("anchors", torch.rand(len(channels), 2, 2) + 0.5)
        self.register_buffer("stride", torch.tensor([2.0, 4.0]))

    def forward(self, *x):
        boxes, x = [], list(x)
        for i in range(2):
            x[i] = self.m[i](x[i])
            n, _, height, width = x[i].shape
            x[i] = x[i].view(n, 2, self.outputs, height, width).permute(0, 1, 3, 4, 2).contiguous()
            y = x[i].sigmoid()
            rows, columns = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
            grid = torch.stack((columns, rows), 2).view(1, 1, height, width, 2)
            center = (y[..., 0:2] * 2 - 0.5 + grid) * self.stride[i]
            size = (y[..., 2:4] * 2) ** 2 * self.anchors[i].view(1, 2, 1, 1, 2)
            boxes.append(torch.cat((center, size, y[..., 4:]), -1).view(n, -1, self.outputs))
        return torch.cat(boxes, 1)


class T5Attention(nn.Module):
    def __init__(self, dim=4, heads=2, buckets=8, max_distance=16):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(dim, dim, bias=False) for _ in range(4))
        self.relative_attention_bias = nn.Embedding(buckets, heads)
        self.heads, self.buckets, self.max_distance = heads, buckets, max_distance

    def bucket(self, relative):
        relative = -torch.min(relative, torch.zeros_like(relative))
        exact = self.buckets // 2
        large = exact + torch.log((relative.float() + 1e-6) / exact) / math.log(self.max_distance / exact) * (self.buckets - exact)
        return torch.where(relative < exact, relative, large.clamp(0, self.buckets - 1).long())

    def forward(self, x, mask):
        n, length, dim = x.shape
        q, k, v = (linear(x).view(n, length, self.heads, -1).transpose(1, 2) for linear in (self.q, self.k, self.v))
        relative = torch.arange(length)[None, :] - torch.arange(length)[:, None]
        scores = q @ k.transpose(3, 2) + self.relative_attention_bias(self.bucket(relative)).permute(2, 0, 1)[None]
        scores = scores.masked_fill(~mask[:, None, None, :], -1e9)
        return self.o((scores.softmax(-1) @ v).transpose(1, 2).reshape(n, length, dim))


class ConvLstmCell(nn.Module):
    def __init__(self, channels, hidden):
        super().__init__()
        self.conv = nn.Conv2d(channels + hidden, 4 * hidden, 3, padding=1)

    def forward(self, x, state):
        i, f, o, g = self.conv(torch.cat((x, state[0]), 1)).chunk(4, 1)
        c = torch.sigmoid(f) * state[1] + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c


class ConvLstm(nn.Module):
    def __init__(self, channels=1, hidden=2, layers=2):
        super().__init__()
        self.cells = nn.ModuleList([ConvLstmCell(channels if i == 0 else hidden, hidden) for i in range(layers)])
        self.hidden = hidden

    def forward(self, x):
        zeros = torch.zeros(x.shape[0], self.hidden, *x.shape[3:], dtype=x.dtype)
        states, outputs = [(zeros, zeros) for _ in self.cells], []
        for t in range(x.shape[1]):
            h = x[:, t]
            for i, cell in enumerate(self.cells):
                states[i] = cell(h, states[i])
                h = states[i][0]
            outputs.append(h)
        last = states[-1][1]
        for h, c in states:
            last = last + h * c
        return torch.stack(outputs, 1) + last[:, None]


NETWORKS = {
    "Basics.TwoLayers": (TwoLayers, lambda: [torch.randn(3, 5)]),
    "Basics.Perceptron": (Perceptron, lambda: [torch.randn(3, 4)]),
    "Basics.Activations": (Activations, lambda: [torch.randn(3, 6)]),
    "Basics.Statistics": (Standardize, lambda: [torch.randn(3, 5)]),
    "Vision.LeNet": (LeNet, lambda: [torch.randn(2, 1, 16, 16)]),
    "Vision.AlexNet": (AlexNet, lambda: [torch.randn(2, 3, 15, 17)], False),
    "Vision.BasicBlock.Create2": (BasicBlock, lambda: [torch.randn(2, 2, 5, 5)]),
    "Vision.BottleneckBlock": (Bottleneck, lambda: [torch.randn(2, 3, 5, 5)]),
    "Vision.Inception": (Inception, lambda: [torch.randn(2, 3, 4, 5)]),
    "Vision.DenseBlock": (DenseBlock, lambda: [torch.randn(2, 3, 4, 4)]),
    "Vision.SqueezeNetFire": (Fire, lambda: [torch.randn(2, 3, 4, 4)]),
    "Vision.InvertedResidual": (InvertedResidual, lambda: [torch.randn(2, 3, 4, 4)]),
    "Vision.ShuffleNet": (ShuffleUnit, lambda: [torch.randn(2, 4, 3, 3)]),
    "Vision.ConvNeXt": (ConvNeXtBlock, lambda: [torch.randn(2, 3, 4, 4)]),
    "Vision.UNet": (UNet, lambda: [torch.randn(2, 1, 8, 4)]),
    "Vision.MlpMixer": (MlpMixer, lambda: [torch.randn(2, 1, 4, 4)]),
    "Vision.VisionTransformer": (VisionTransformer, lambda: [torch.randn(2, 1, 4, 4)]),
    "Vision.WindowAttention": (WindowAttention, lambda: [torch.randn(2, 4, 2, 3)]),
    "Vision.PointNet": (PointNet, lambda: [torch.randn(2, 3, 5)]),
    "Generative.Dcgan": (Dcgan, lambda: [torch.randn(2, 3, 1, 1)]),
    "Generative.VariationalAutoencoder": (Vae, lambda: [torch.rand(2, 6), torch.randn(2, 2)]),
    "Generative.CouplingLayer": (Coupling, lambda: [torch.randn(3, 4)]),
    "Sequences.CharLstm": (CharLstm, lambda: [torch.randint(0, 7, (2, 5))]),
    "Sequences.SentimentGru": (Sentiment, lambda: [torch.randint(0, 9, (2, 4))], False),
    "Sequences.AttentionDecoder": (AttentionDecoder, lambda: [torch.randint(0, 6, (2,)), torch.randn(2, 4), torch.randn(2, 5, 4)]),
    "Sequences.TemporalConvolution": (TemporalConvNet, lambda: [torch.randn(2, 2, 6)]),
    "Sequences.WaveNet": (WaveNet, lambda: [torch.randn(2, 1, 10)]),
    "Transformers.GptBlock": (GptBlock, lambda: [torch.randn(2, 3, 4)]),
    "Transformers.LlamaBlock": (LlamaBlock, lambda: [torch.randn(2, 3, 4)]),
    "Transformers.BertPooler": (BertClassifier, lambda: [torch.randint(0, 8, (2, 5)), torch.randint(0, 2, (2, 5)), torch.arange(5)]),
    "Structured.GraphConvolution": (Gcn, lambda: [torch.randn(4, 3), torch.rand(4, 4)], False),
    "Reinforcement.DuelingDqn": (DuelingDqn, lambda: [torch.randn(2, 4)]),
    "Reinforcement.ActorCritic": (ActorCritic, lambda: [torch.randn(2, 3)]),
    "Generative.RealNvp": (RealNvp, lambda: [torch.randn(3, 4)]),
    "Generative.MixtureDensity": (MixtureDensity, lambda: [torch.randn(3, 3), torch.randn(3, 2)]),
    "Generative.DiffusionUNet": (DiffusionUNet, lambda: [torch.randn(2, 1, 4, 8), torch.rand(2) * 10]),
    "Generative.MaskedConvolution": (PixelCnn, lambda: [torch.randn(2, 1, 4, 3)]),
    "Vision.Crnn": (Crnn, lambda: [torch.randn(2, 1, 8, 6)]),
    "Vision.Aspp": (Aspp, lambda: [torch.randn(2, 2, 5, 4)]),
    "Transformers.Perceiver": (Perceiver, lambda: [torch.randn(2, 6, 5)]),
    "Transformers.LowRankAdapter": (Adapted, lambda: [torch.randn(2, 3, 4)]),
    "Metric.Clip": (Clip, lambda: [torch.randn(3, 1, 4, 5), torch.randint(0, 9, (3, 3))]),
    "Sequences.StateSpace": (SelectiveScan, lambda: [torch.randn(2, 4, 3)]),
    "Functions.IndexPairs": (Picked, lambda: [torch.randn(3, 4), torch.arange(3), torch.randint(0, 5, (3,))]),
    "Sequences.SelectiveScan": (MambaBlock, lambda: [torch.randn(2, 5, 4)]),
    "Sequences.Rwkv": (TimeMix, lambda: [torch.randn(2, 5, 4)]),
    "Sequences.NeuralGpu": (NeuralGpu, lambda: [torch.randint(0, 4, (2, 5))]),
    "Transformers.Retention": (Retention, lambda: [torch.randn(2, 4, 6)]),
    "Metric.BarlowTwins": (BarlowTwins, lambda: [torch.randn(6, 5), torch.randn(6, 5)]),
    "Structured.KolmogorovArnold": (Kan, lambda: [torch.rand(3, 2) - 0.5]),
    "Vision.Res2Net": (Bottle2neck, lambda: [torch.randn(2, 4, 5, 5)]),
    "Vision.YoloDetect": (Detect, lambda: [torch.randn(2, 4, 4, 4), torch.randn(2, 6, 2, 2)]),
    "Transformers.T5Attention.Masked": (T5Attention, lambda: [torch.randn(2, 5, 4), torch.rand(2, 5) > 0.2]),
    "Sequences.ConvolutionalLstm": (ConvLstm, lambda: [torch.randn(2, 3, 1, 4, 4)]),
}
